import type { FillMissing, Stats } from '#languages/insights/ast.ts'
import { binOf } from '#languages/insights/bin.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { numberOf } from '#languages/insights/functions/values/coercion.ts'
import { ceilTo, floorTo, parsePeriod, type Period } from '#languages/insights/functions/time/period.ts'
import { timestamp } from '#languages/insights/functions/time/timestamp.ts'
import { GroupIndex } from '../../aggregates/group-index.ts'
import { compile } from '../../expression/compile.ts'
import { MOST_ROWS } from '../../limits.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, type Reader } from '../../reader.ts'
import { NO_ORIGIN, type NewRows, type Remaking } from '../../planning/retable.ts'

type Line = { readonly row: number; readonly bin: number; readonly values: readonly Value[] }

/** `fillmissing`: a row for each stretch of the time range that has none, for each combination of the other keys; all oldest first. */
export function planFillMissing(command: FillMissing, planner: Planner): void {
  const { grouping, scope } = planner
  const at = grouping?.by.findIndex(({ expression }) => binOf(expression) !== undefined) ?? -1
  const bin = grouping?.by[at]
  const period = bin === undefined ? undefined : parsePeriod(binOf(bin.expression)?.text ?? '')
  if (grouping === undefined || bin === undefined || period === undefined)
    return planner.refuse('insights/needs-bins', command, 'fillmissing stands behind a stats by bin()')
  const others = grouping.by.filter((_, place) => place !== at).map(({ title }) => title)
  const filled = command.values.map(({ name }) => name.name)
  const names = [bin.title, ...others, ...filled]
  const [time = missing, ...readers] = names.map((name) => scope.named(name) ?? missing)
  const constants = command.values.map(({ value }) => compile(value, scope).read(0))
  const bins = binsOf(planner, period, grouping)
  planner.isOrdered = true
  planner.extend(names, () => filling({ time, readers, keys: others.length, constants, bins }))
}

type Filling = {
  readonly time: Reader
  /** Of the other keys, then of the columns that are filled. */
  readonly readers: readonly Reader[]
  readonly keys: number
  readonly constants: readonly Value[]
  readonly bins: readonly number[]
}

function filling({ time, readers, keys, constants, bins }: Filling): Remaking {
  const index = new GroupIndex(readers.slice(0, keys))
  const lines: Line[] = []
  const seen: Set<number>[] = []
  return {
    add: (row) => {
      const bin = time.number(row)
      lines.push({ row, bin, values: [time.read(row), ...readers.map((reader) => reader.read(row))] })
      const group = index.group(row)
      ;(seen[group] ??= new Set()).add(bin)
    },
    end: (into) => {
      const added: Line[] = []
      seen.forEach((known, group) => {
        const key = Array.from({ length: keys }, (_, at) => index.key(group, at))
        for (const bin of bins) {
          if (added.length + lines.length >= MOST_ROWS) return
          if (!known.has(bin)) added.push({ row: NO_ORIGIN, bin, values: [timestamp(bin), ...key, ...constants] })
        }
      })
      pushInOrder([...lines, ...added], into)
    },
  }
}

function pushInOrder(lines: readonly Line[], into: NewRows): void {
  for (const { row, values } of lines.toSorted((left, right) => left.bin - right.bin)) into.push(row, values)
}

/** The stretches that the time range touches, as far as rows may go. */
function binsOf({ context: { start, end }, source }: Planner, period: Period, { offset }: Stats): readonly number[] {
  const moved = offset === undefined ? 0 : offsetLength(offset.text)
  const bins: number[] = []
  if (source.size === 0) return bins
  for (let bin = floorTo(start, period); bin <= end && bins.length < MOST_ROWS; bin = ceilTo(bin + 1, period)) bins.push(bin + moved)
  return bins
}

const offsetLength = (text: string): number => {
  const period = parsePeriod(text)
  return period === undefined ? 0 : numberOf(ceilTo(1, period))
}
