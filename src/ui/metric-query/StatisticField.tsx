import { statisticProblem } from '#languages/statistic/index.ts'
import { ComboField } from './inputs/ComboField.tsx'
import { STATISTICS } from './statistics.ts'

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
