import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { GateReport } from './run-gates.ts'

const LANE = fileURLToPath(new URL('./gate-lane.ts', import.meta.url))
/** Each holds worlds in memory. */
const MOST_LANES = 4

/** Puts exercises through their gates, as many at a time as the machine has cores; reports come in the order asked for. */
export async function runInLanes(ids: readonly string[], seeds: number): Promise<readonly GateReport[]> {
  const waiting = [...ids]
  const reports = new Map<string, GateReport>()
  const lane = async (): Promise<void> => {
    const child = fork(LANE)
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`cannot go on with the gates: their process ended with ${String(code)}`)
    })
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      child.send({ id, seeds })
      const [report] = (await Promise.race([once(child, 'message'), ended])) as [GateReport]
      reports.set(id, report)
    }
    ended.catch(() => undefined)
    child.kill()
  }
  await Promise.all(Array.from({ length: Math.min(MOST_LANES, availableParallelism(), ids.length) }, lane))
  return ids.flatMap((id) => reports.get(id) ?? [])
}
