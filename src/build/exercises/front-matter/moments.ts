import { parseDuration } from '#lib/duration.ts'
import { DAY, HOUR, MINUTE, type Millis, type TimeRange } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { checkSpec, createWorld } from '#world/index.ts'
import type { MapReader } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'

/** `moments:` of a prediction, in the order of time: `"03:10"`, the first in the window, or `+45m`. */
export function readMoments(reader: MapReader, world: WorldSpec, problems: Problem[]): readonly Millis[] {
  if (!reader.has('moments') || checkSpec(world).length > 0) return []
  const { range } = createWorld(world)
  const found: Millis[] = []
  for (const item of reader.list('moments') ?? []) {
    const text = item.kind === 'scalar' ? String(item.value) : ''
    const at = momentAt(text, range.start)
    const message = momentProblem(text, at, range, found.at(-1))
    if (message !== undefined) problems.push({ line: item.line, message })
    else if (at !== undefined) found.push(at)
  }
  if (found.length < 2) problems.push({ line: reader.lineOf('moments'), message: 'expected at least two moments' })
  return found
}

function momentProblem(text: string, at: Millis | undefined, range: TimeRange, last: Millis | undefined): string | undefined {
  if (at === undefined) return `expected a time such as "03:10" or +45m, found "${text}"`
  if (at < range.start || at >= range.end) return `"${text}" lies outside the world's window`
  if (at % MINUTE !== 0) return `"${text}" is no full minute: an alarm is evaluated on full minutes`
  return last !== undefined && at <= last ? `"${text}" stands behind a later moment` : undefined
}

function momentAt(text: string, start: Millis): Millis | undefined {
  if (text.startsWith('+')) {
    const offset = parseDuration(text.slice(1))
    return offset === undefined ? undefined : start + offset
  }
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (clock === null) return undefined
  const at = start - (start % DAY) + Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE
  return at < start ? at + DAY : at
}
