import { parseStatistic } from '#languages/statistic/index.ts'
import { ComboField, type ComboOption } from './ComboField.tsx'

/** The statistics CloudWatch's console offers; any other may be typed. */
export const STATISTICS: readonly ComboOption[] = [
  { id: 'Average' },
  { id: 'Sum' },
  { id: 'Minimum' },
  { id: 'Maximum' },
  { id: 'SampleCount' },
  { id: 'p50', detail: 'the middle' },
  { id: 'p90' },
  { id: 'p95' },
  { id: 'p99' },
  { id: 'p99.9' },
  { id: 'IQM', detail: 'mean of the middle half' },
  { id: 'tm99', detail: 'mean without the top 1%' },
  { id: 'TM(10%:90%)', detail: 'trimmed mean' },
  { id: 'WM(10%:90%)', detail: 'winsorized mean' },
  { id: 'TC(10%:90%)', detail: 'trimmed count' },
  { id: 'TS(10%:90%)', detail: 'trimmed sum' },
  { id: 'PR(:1000)', detail: 'share up to 1000' },
]

/** Why this is no statistic of CloudWatch's. */
export const statisticProblem = (text: string): string | undefined =>
  parseStatistic(text) === undefined ? `expected a statistic such as Average, p95 or TM(10%:90%), found "${text}"` : undefined

type StatisticFieldProps = {
  readonly value: string
  onChange(statistic: string): void
  /** From a verdict or a refusal; the field finds its own. */
  readonly problem?: string | undefined
  readonly isDisabled?: boolean
}

/** A statistic: one of the usual ones or any that CloudWatch knows, typed. */
export function StatisticField({ value, onChange, problem, isDisabled = false }: StatisticFieldProps) {
  return (
    <ComboField
      label="Statistic"
      value={value}
      options={STATISTICS}
      onCommit={onChange}
      problem={statisticProblem(value) ?? problem}
      none="Any statistic of CloudWatch's may be typed: p99.5, TM(5%:95%), PR(:200)"
      isDisabled={isDisabled}
      size="narrow"
    />
  )
}
