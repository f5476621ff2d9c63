import type { Anomaly, Diff, LogCompare, Pattern, RelevantFields } from '#languages/insights/ast.ts'
import { never } from '#lib/invariant.ts'
import type { Planner } from '../../planning/planner.ts'
import { planAnomaly } from './anomaly.ts'
import { planDiff } from './diff.ts'
import { planPattern } from './pattern.ts'
import { planRelevantFields } from './relevant-fields.ts'

/** The commands that look for what logs have in common. */
export function planPatterns(command: Pattern | Anomaly | Diff | LogCompare | RelevantFields, planner: Planner): void {
  switch (command.kind) {
    case 'pattern':
      return planPattern(command, planner)
    case 'anomaly':
      return planAnomaly(command, planner)
    case 'diff':
    case 'logcompare':
      return planDiff(command, planner)
    case 'relevantfields':
      return planRelevantFields(command, planner)
    default:
      return never(command)
  }
}
