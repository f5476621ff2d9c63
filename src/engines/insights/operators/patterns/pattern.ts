import type { Pattern as PatternCommand } from '#languages/insights/ast.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import { textOf } from '#languages/insights/functions/values/coercion.ts'
import { EARLIER } from '../../event-source.ts'
import { compile } from '../../expression/compile.ts'
import { PatternClusterer } from '../../patterns/clusterer.ts'
import type { DynamicToken, Pattern } from '../../patterns/pattern.ts'
import { TimeBuckets } from '../../patterns/time-buckets.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, type Reader } from '../../reader.ts'
import { NO_ORIGIN, type NewRows, type Remaking } from '../../planning/retable.ts'

/** So many values of a token are shown. */
const MOST_VALUES = 50

/** How many events of the earlier time a pattern has; only a query that compares times knows. */
export const EARLIER_COUNT = '@earlierSampleCount'

/** `pattern`: a row for each pattern. */
export function planPattern(command: PatternCommand, planner: Planner): void {
  planPatternOf(compile(command.input, planner.scope), planner)
}

export function planPatternOf(input: Reader, planner: Planner): void {
  const { scope, context } = planner
  const readers = {
    input,
    message: scope.named('@message') ?? input,
    time: scope.named('@timestamp') ?? missing,
    earlier: scope.named(EARLIER) ?? missing,
  }
  const buckets = new TimeBuckets(context.start, context.end)
  const columns = Object.keys(cells)
  planner.retable([...columns, EARLIER_COUNT], () => new PatternRows(readers, buckets))
  planner.output.replace(columns.map((title) => ({ title, reader: planner.scope.named(title) ?? missing })))
}

type Readers = { readonly input: Reader; readonly message: Reader; readonly time: Reader; readonly earlier: Reader }
type Found = { readonly pattern: Pattern; readonly events: number; readonly buckets: TimeBuckets; readonly message: Reader }

/** The columns of a pattern's row and what they hold; the last three as JSON in text. */
const cells: Readonly<Record<string, (found: Found) => Value>> = {
  '@pattern': ({ pattern }) => pattern.text,
  '@ratio': ({ pattern, events }) => (events === 0 ? 0 : pattern.count / events),
  '@sampleCount': ({ pattern }) => pattern.count,
  '@severityLabel': ({ pattern }) => pattern.severity,
  '@PatternId': ({ pattern }) => pattern.id,
  '@tokens': ({ pattern }) => JSON.stringify(pattern.parts.filter((part) => typeof part !== 'string').map(tokenText)),
  '@visualization': ({ pattern, buckets }) => histogramText(pattern, buckets),
  '@logSamples': ({ pattern, message }) =>
    JSON.stringify(pattern.samples.map(({ row, time }) => ({ timestamp: time, message: textOf(message.read(row)) ?? '' }))),
}

/** As the service model's PatternToken has it, but for its string: there it is `<*>` for each. */
const tokenText = ({ position, name, values }: DynamicToken): object => ({
  dynamicTokenPosition: position,
  isDynamic: true,
  tokenString: `<${name}>`,
  inferredTokenName: name,
  enumerations: Object.fromEntries(values.slice(0, MOST_VALUES)),
})

function histogramText({ buckets: counts }: Pattern, buckets: TimeBuckets): string {
  return JSON.stringify(Object.fromEntries([...counts].map((count, bucket) => [String(buckets.startOf(bucket)), count])))
}

/** All rows in patterns; the ratio is of all events of the query's own time, those without the text too. */
class PatternRows implements Remaking {
  private readonly readers: Readers
  private readonly buckets: TimeBuckets
  private readonly clusterer: PatternClusterer
  private events = 0

  constructor(readers: Readers, buckets: TimeBuckets) {
    this.readers = readers
    this.buckets = buckets
    this.clusterer = new PatternClusterer(buckets)
  }

  add(row: number): void {
    const { input, time, earlier } = this.readers
    const side = earlier.read(row) === true ? 'baseline' : 'current'
    if (side === 'current') this.events++
    const text = textOf(input.read(row))
    if (text !== null) this.clusterer.add(text, row, time.number(row), side)
  }

  end(into: NewRows): void {
    const { events, buckets } = this
    const { message } = this.readers
    for (const pattern of this.clusterer.patterns()) {
      const values = Object.values(cells).map((cell) => cell({ pattern, events, buckets, message }))
      into.push(NO_ORIGIN, [...values, pattern.baseline])
    }
  }
}
