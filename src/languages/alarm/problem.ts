/** What is wrong with an alarm, and at which member of PutMetricAlarm. */
export type AlarmProblem = {
  readonly member: string
  /** As AWS refuses it. */
  readonly message: string
  /** As we say it beside the field. */
  readonly says: string
  /** AWS's code where it is not ValidationError. */
  readonly code?: string
}
