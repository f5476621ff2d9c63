import type {
  Accum,
  AddTotals,
  Autoregress,
  CountFrequent,
  Expand,
  FillDown,
  FillMissing,
  FilterIndex,
  Outlier,
  Sessionize,
  Unnest,
} from '#languages/insights/ast.ts'
import type { Planner } from '../../planner.ts'

type RowCommand =
  | FilterIndex
  | Unnest
  | Expand
  | AddTotals
  | Accum
  | Autoregress
  | FillDown
  | FillMissing
  | Outlier
  | Sessionize
  | CountFrequent

/** The commands that go over rows in their order, or make several of one. */
export function planRows(command: RowCommand, planner: Planner): void {
  planner.refuse('insights/not-simulated-yet', command, `the command "${command.kind}" is not simulated yet`)
}
