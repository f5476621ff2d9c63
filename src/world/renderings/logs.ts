import { never } from '#lib/invariant.ts'
import { substream } from '#lib/random.ts'
import type { Millis } from '#lib/time.ts'
import { hex } from '../chance/draws.ts'
import { accessGroup, appGroup, flowGroup, functions, practiceGroup, webHost } from '../company/services.ts'
import type { Emission, LambdaEmission } from '../episode/emission.ts'
import type { WorldRecord } from '../record.ts'
import { streamDay } from './clock-text.ts'
import { flowLine } from './flow-lines.ts'
import { lambdaJson } from './lambda-json.ts'
import { lambdaText } from './lambda-text.ts'
import { practiceLine } from './practice-lines.ts'
import { accessLine, appLine } from './web-lines.ts'

/** Where an emission is written, or undefined where it leaves no log. */
export function groupOf(emission: Emission): string | undefined {
  switch (emission.kind) {
    case 'practice.call':
      return practiceGroup
    case 'lambda.init':
    case 'lambda.ready':
    case 'lambda.start':
    case 'lambda.log':
    case 'lambda.raise':
    case 'lambda.kill':
    case 'lambda.end':
      return functions[emission.invocation.name].group
    case 'web.request':
      return accessGroup
    case 'web.log':
      return appGroup
    case 'network.flow':
      return flowGroup
    case 'lambda.throttle':
    case 'queue.send':
    case 'queue.receive':
    case 'queue.delete':
    case 'queue.bury':
    case 'queue.level':
    case 'storage.put':
    case 'host.level':
      return undefined
    default:
      return never(emission)
  }
}

/** How many log events an emission becomes, without the price of their text. */
export function countLines(emission: Emission): number {
  if (groupOf(emission) === undefined) return 0
  switch (emission.kind) {
    case 'lambda.init':
      return formatOf(emission) === 'json' ? 1 : 0
    case 'lambda.ready':
      return formatOf(emission) === 'json' ? 2 : 0
    case 'lambda.kill':
      return formatOf(emission) === 'json' || emission.cause === 'memory' ? 1 : 0
    case 'lambda.end':
      return 2
    default:
      return 1
  }
}

type Written = Exclude<LambdaEmission, { kind: 'lambda.throttle' }>

const formatOf = (emission: Written): 'json' | 'text' => functions[emission.invocation.name].format

/** Renders emissions as log events. It holds the names of streams it has made, which follow from the seed alone. */
export function createLogRenderer(seed: number, start: Millis): (at: Millis, emission: Emission) => readonly WorldRecord[] {
  const streams = new Map<string, string[]>()
  const stream = (name: string, id: number, born: Millis, version: string): string => {
    const known = streams.get(name) ?? []
    if (known.length === 0) streams.set(name, known)
    return (known[id] ??= `${streamDay(born)}/[${version}]${hex(substream(seed, 'environment', name, id), 32)}`)
  }
  const streamOf = (emission: Emission): string => {
    if (emission.kind === 'practice.call') return stream('practice', emission.environment, start, '$LATEST')
    if (emission.kind === 'network.flow') return `${webHost.networkInterface}-all`
    if (!('invocation' in emission)) return webHost.instance
    const { name, environment } = emission.invocation
    return stream(name, environment.id, environment.born, environment.version)
  }
  return (at, emission) => {
    const group = groupOf(emission)
    if (group === undefined) return []
    const ingestionTime = at + delay(seed, at)
    return messages(at, emission).map((message) => ({ group, stream: streamOf(emission), timestamp: at, ingestionTime, message }))
  }
}

function messages(at: Millis, emission: Emission): readonly string[] {
  switch (emission.kind) {
    case 'practice.call':
      return [practiceLine(at, emission)]
    case 'web.request':
      return [accessLine(at, emission)]
    case 'web.log':
      return [appLine(at, emission)]
    case 'network.flow':
      return [flowLine(emission)]
    case 'lambda.throttle':
    case 'queue.send':
    case 'queue.receive':
    case 'queue.delete':
    case 'queue.bury':
    case 'queue.level':
    case 'storage.put':
    case 'host.level':
      return []
    default:
      return formatOf(emission) === 'json' ? lambdaJson(at, emission) : lambdaText(at, emission)
  }
}

/** What a line takes to the log group: 0.2 to 1.2 s. */
const delay = (seed: number, at: Millis): number => 200 + (Math.imul((at ^ seed) | 1, 0x9e3779b1) >>> 22)
