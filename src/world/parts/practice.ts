import { substream } from '#lib/random.ts'
import { happens } from '../chance/draws.ts'
import { numberParameter } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'

export type PracticeTask = { readonly part: 'practice'; readonly kind: 'call'; readonly call: number }

/** One answer of the practice function. */
export type PracticeCall = {
  readonly kind: 'practice.call'
  readonly environment: number
  readonly statusCode: number
  /** Ten-thousandths of a second, 0 to 9,999. */
  readonly executionTime: number
}

const environments = 3

/** Calls stand evenly over the window, each moved by chance inside its own share of it: exactly `size` of them, in order. */
export function handlePractice(task: PracticeTask, { setting, now, schedule, emit }: Stage): void {
  const { seed, start, end, size } = setting
  const random = substream(seed, 'practice', task.call)
  const share = (end - start) / size
  const at = Math.max(now, start + Math.floor((task.call + random.next()) * share))
  const isFailure = happens(random, Math.round(numberParameter(setting, 'share') * 100))
  emit(at, {
    kind: 'practice.call',
    environment: random.below(environments),
    statusCode: isFailure ? numberParameter(setting, 'failure') : 200,
    executionTime: random.below(10_000),
  })
  if (task.call + 1 < size) schedule(at, { ...task, call: task.call + 1 })
}
