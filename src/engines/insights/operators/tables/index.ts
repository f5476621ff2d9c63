import type { AppendCols, CidrLookup, Join, Lookup } from '#languages/insights/ast.ts'
import { never } from '#lib/invariant.ts'
import type { Planner } from '../../planning/planner.ts'
import { planAppendCols } from './append-cols.ts'
import { planJoin } from './join.ts'
import { planCidrLookup, planLookup } from './lookup.ts'

/** The commands that bring in what is not in the events. */
export function planTables(command: Join | AppendCols | Lookup | CidrLookup, planner: Planner): void {
  switch (command.kind) {
    case 'join':
      return planJoin(command, planner)
    case 'appendcols':
      return planAppendCols(command, planner)
    case 'lookup':
      return planLookup(command, planner)
    case 'cidrlookup':
      return planCidrLookup(command, planner)
    default:
      return never(command)
  }
}
