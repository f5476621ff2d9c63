import type { Anomaly, Diff, LogCompare, Pattern, RelevantFields } from '#languages/insights/ast.ts'
import type { Planner } from '../../planner.ts'

/** The commands that look for what logs have in common. */
export function planPatterns(command: Pattern | Anomaly | Diff | LogCompare | RelevantFields, planner: Planner): void {
  planner.refuse('insights/not-simulated-yet', command, `the command "${command.kind}" is not simulated yet`)
}
