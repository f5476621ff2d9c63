import type { AppendCols, CidrLookup, Join, Lookup } from '#languages/insights/ast.ts'
import type { Planner } from '../../planner.ts'

/** The commands that bring in what is not in the events. */
export function planTables(command: Join | AppendCols | Lookup | CidrLookup, planner: Planner): void {
  planner.refuse('insights/not-simulated-yet', command, `the command "${command.kind}" is not simulated yet`)
}
