import { statisticProblem, statisticSuggestions } from '#languages/statistic/index.ts'
import { ComboField } from './inputs/ComboField.tsx'

const OPTIONS = statisticSuggestions.map(({ name, says }) => ({ id: name, detail: says }))

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
      options={OPTIONS}
      onCommit={onChange}
      problem={statisticProblem(value) ?? problem}
      none="Any statistic of CloudWatch's may be typed: p99.5, TM(5%:95%), PR(:200)"
      isDisabled={isDisabled}
      size="narrow"
    />
  )
}
