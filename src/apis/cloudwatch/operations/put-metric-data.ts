import { dimensionsOf } from '#lib/metric/dimensions.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import { utf8Length } from '#lib/text/utf8.ts'
import type { Millis } from '#lib/time.ts'
import type { MetricDatum } from '#stores/metric-store.ts'
import { combination, invalid, missing, refuseFaults, tooMany, type Fault } from '../faults.ts'
import { boolean, text } from '../members.ts'
import { datumFaults, metricDatum, type MetricDatumInput } from '../metric-datum.ts'
import { operation } from '../operation.ts'

const MOST_DATA = 1000
const MOST_ENTITIES = 2
/** More data than this are too many, whatever they hold. */
const MOST_LOOKED_AT = MOST_DATA * (1 + MOST_ENTITIES)
const LARGEST_POST = 1_048_576
/** Fewer data than this cannot be too large. */
const LARGE_DATA = 20

const metricData = { type: 'list', of: { type: 'structure', members: metricDatum } } as const
const textMap = { type: 'map', key: text, value: text } as const
const entityMetricData = {
  type: 'structure',
  members: {
    Entity: { type: 'structure', members: { KeyAttributes: textMap, Attributes: textMap } },
    MetricData: metricData,
  },
} as const

const putMetricData = operation(
  'PutMetricData',
  {
    Namespace: text,
    MetricData: metricData,
    EntityMetricData: { type: 'list', of: entityMetricData },
    StrictEntityValidation: boolean,
  },
  (input, { clock, metrics }) => {
    const now = clock.now()
    const data = dataOf(input)
    refuseFaults([
      ...namespaceFaults(input.Namespace),
      ...requestFaults(input),
      ...data.slice(0, MOST_LOOKED_AT).flatMap(({ datum, path }) => datumFaults(datum, path, now)),
    ])
    refuseSize(input, data.length)
    for (const { datum } of data) {
      const dimensions = dimensionsOf(datum.Dimensions)
      metrics.put({ namespace: input.Namespace ?? '', metricName: datum.MetricName ?? '', dimensions }, storedDatum(datum, now))
    }
    return undefined
  },
)

type PutInput = {
  readonly Namespace?: string
  readonly MetricData?: readonly MetricDatumInput[]
  readonly EntityMetricData?: readonly { readonly MetricData?: readonly MetricDatumInput[] }[]
  readonly StrictEntityValidation?: boolean
}

/** Every datum and how CloudWatch names its place. */
function dataOf({
  MetricData = [],
  EntityMetricData = [],
}: PutInput): readonly { readonly datum: MetricDatumInput; readonly path: string }[] {
  const ofEntities = EntityMetricData.flatMap((entity, at) =>
    (entity.MetricData ?? []).map((datum, place) => ({ datum, path: `EntityMetricData.member.${at + 1}.MetricData.member.${place + 1}` })),
  )
  return [...MetricData.map((datum, place) => ({ datum, path: `MetricData.member.${place + 1}` })), ...ofEntities]
}

function namespaceFaults(namespace: string | undefined): readonly Fault[] {
  if (namespace === undefined) return [missing('Namespace')]
  if (namespace.startsWith('AWS/')) return [invalid('AWS/', 'Namespace')]
  const isGood = /^[A-Za-z0-9.\-_/#: ]{1,255}$/.test(namespace) && namespace.trim() !== ''
  return isGood ? [] : [invalid(namespace, 'Namespace')]
}

function requestFaults(input: PutInput): readonly Fault[] {
  const { MetricData = [], EntityMetricData = [], StrictEntityValidation } = input
  const nothing: Fault = { kind: 'missing', says: 'At least one MetricDatum object must be present in the request.' }
  return [
    ...(dataOf(input).length === 0 ? [nothing] : []),
    ...(MetricData.length > MOST_DATA ? [tooMany('MetricData', MOST_DATA)] : []),
    ...(EntityMetricData.length > MOST_ENTITIES ? [tooMany('EntityMetricData', MOST_ENTITIES)] : []),
    ...EntityMetricData.flatMap((entity, at) =>
      (entity.MetricData ?? []).length > MOST_DATA ? [tooMany(`EntityMetricData.member.${at + 1}.MetricData`, MOST_DATA)] : [],
    ),
    ...(input.EntityMetricData !== undefined && StrictEntityValidation === undefined
      ? [combination('Field StrictEntityValidation is required when setting EntityMetricData')]
      : []),
  ]
}

/** Whatever protocol it came in, a request is as large as its JSON. */
function refuseSize(input: PutInput, dataCount: number): void {
  if (dataCount < LARGE_DATA) return
  const size = utf8Length(JSON.stringify(input))
  if (size <= LARGEST_POST) return
  const says = `the request holds ${size} bytes of metric data, at most ${LARGEST_POST} are taken`
  throw new ApiError('RequestEntityTooLargeException', says, 413)
}

function storedDatum(
  { Timestamp, Unit, StorageResolution, Value, Values, Counts, StatisticValues: set }: MetricDatumInput,
  now: Millis,
): MetricDatum {
  const common = {
    timestamp: Timestamp ?? now,
    unit: Unit ?? 'None',
    resolution: StorageResolution === 1 ? 1 : 60,
  } as const
  if (set !== undefined) {
    const { SampleCount = 0, Sum = 0, Minimum = 0, Maximum = 0 } = set
    return { ...common, set: { count: SampleCount, sum: Sum, min: Minimum, max: Maximum } }
  }
  if (Value !== undefined) return { ...common, values: [Value] }
  return { ...common, values: Values ?? [], ...(Counts === undefined ? {} : { counts: Counts }) }
}

export const putMetricDataOperations = [putMetricData]
