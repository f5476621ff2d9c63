import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { AlarmsPageProps } from '../alarms-page-props.ts'

export type Problem = { readonly member: string; readonly says: string }

/** What every step of the wizard takes. */
export type StepProps = AlarmsPageProps & {
  readonly draft: MetricAlarm
  onChange(change: Partial<Record<keyof MetricAlarm, unknown>>): void
  /** Those of this step, once the reader tried to go on. */
  problemOf(...members: readonly string[]): string | undefined
}
