import { substream } from '#lib/random.ts'
import { happens } from '../chance/draws.ts'
import { numberParameter } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'

/** The practice function of the paper exercises. */
export type PracticeTask = { readonly part: 'practice'; readonly kind: 'call'; readonly call: number }

const environments = 3

/** Call n falls by chance into the n-th share of the time: in order, and exactly as many as were asked for. */
export function handlePractice(task: PracticeTask, { setting, now, schedule, emit }: Stage): void {
  const { seed, start, practice } = setting
  const random = substream(seed, 'practice', task.call)
  const at = Math.max(now, start + Math.floor((task.call + random.next()) * practice.everyMs))
  const isFailure = happens(random, Math.round(numberParameter(setting, 'share') * 100))
  emit(at, {
    kind: 'practice.call',
    environment: random.below(environments),
    statusCode: isFailure ? numberParameter(setting, 'failure') : 200,
    executionTime: random.below(10_000),
  })
  if (task.call + 1 < practice.calls) schedule(at, { ...task, call: task.call + 1 })
}
