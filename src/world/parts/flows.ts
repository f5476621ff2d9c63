import { substream, type Random } from '#lib/random.ts'
import { MINUTE } from '#lib/time.ts'
import { happens } from '../chance/draws.ts'
import { resolverAddress, warehouseAddress, webHost } from '../company/services.ts'
import type { Flow } from '../episode/emission.ts'
import type { Stage } from '../episode/stage.ts'

/** The network interface of web-1: once a minute, what it has seen. */
export type FlowTask = { readonly part: 'flows'; readonly kind: 'report'; readonly minute: number }

/** Bytes sent to each client in the running minute. */
export type FlowState = { readonly answers: Map<string, { requests: number; bytes: number }> }

export const emptyFlows = (): FlowState => ({ answers: new Map() })

/** The records of a minute arrive one by one after it. */
const deliveryMs = 15_000

type Traffic = NonNullable<Flow['traffic']>

export function seeConversation({ answers }: FlowState, client: string, bytes: number): void {
  const seen = answers.get(client) ?? { requests: 0, bytes: 0 }
  answers.set(client, { requests: seen.requests + 1, bytes: seen.bytes + bytes })
}

export function handleFlows(task: FlowTask, { setting, state, now, schedule, emit }: Stage): void {
  schedule(now + MINUTE, { ...task, minute: task.minute + 1 })
  if (task.minute === 0) return
  const random = substream(setting.seed, 'flows', task.minute)
  const seen = [...visitors(state.flows, random), ...house(random), ...knockers(random)]
  state.flows.answers.clear()
  const report = (traffic: Flow['traffic']): void =>
    emit(now + random.below(deliveryMs), { kind: 'network.flow', start: now - MINUTE, end: now, traffic })
  seen.forEach(report)
  if (happens(random, 300)) report(undefined)
}

/** Both directions of every client's conversation with the site. */
function visitors({ answers }: FlowState, random: Random): readonly Traffic[] {
  return [...answers].flatMap(([client, { requests, bytes }]) => {
    const port = 32_768 + random.below(28_000)
    const sent = bytes + requests * 320
    return [
      tcp({ from: client, fromPort: port, to: webHost.address, toPort: 443, bytes: requests * 780 + 1800 }),
      tcp({ from: webHost.address, fromPort: 443, to: client, toPort: port, bytes: sent }),
    ]
  })
}

/** What web-1 says to the company's own machines. */
function house(random: Random): readonly Traffic[] {
  const port = 40_000 + random.below(9000)
  const questions = 2 + random.below(20)
  return [
    tcp({ from: webHost.address, fromPort: port, to: warehouseAddress, toPort: 5439, bytes: 4000 + random.below(60_000) }),
    {
      source: webHost.address,
      destination: resolverAddress,
      sourcePort: port + 1,
      destinationPort: 53,
      protocol: 17,
      packets: questions,
      bytes: questions * 74,
      action: 'ACCEPT',
    },
  ]
}

/** Strangers who try doors that are shut. */
function knockers(random: Random): readonly Traffic[] {
  return Array.from({ length: random.below(4) }, () => {
    const stranger = `198.51.100.${201 + random.below(50)}`
    const door = random.pick([22, 23, 3389, 5439, 8080])
    return {
      ...tcp({ from: stranger, fromPort: 40_000 + random.below(20_000), to: webHost.address, toPort: door, bytes: 40 }),
      action: 'REJECT',
    }
  })
}

type Stretch = { readonly from: string; readonly fromPort: number; readonly to: string; readonly toPort: number; readonly bytes: number }

const tcp = ({ from, fromPort, to, toPort, bytes }: Stretch): Traffic => ({
  source: from,
  destination: to,
  sourcePort: fromPort,
  destinationPort: toPort,
  protocol: 6,
  packets: 1 + Math.floor(bytes / 900),
  bytes,
  action: 'ACCEPT',
})
