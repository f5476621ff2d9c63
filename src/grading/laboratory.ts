import type { TextRange } from '#lib/text-range.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { ExerciseLanguage } from './exercise.ts'
import type { Outcome } from './outcome.ts'
import type { ShownLine } from './verdict.ts'

/** A line of a log with all it takes to write it once more elsewhere. */
export type LoggedLine = ShownLine & { readonly group: string; readonly stream: string }

/** How a filter pattern read one line. */
export type Reading = { readonly matched: boolean; readonly ranges: readonly TextRange[]; readonly reason: string }

/** Where answers are tried: worlds are opened and programs run over the same HTTP a console uses. */
export type Laboratory = {
  run(language: ExerciseLanguage, text: string, world: WorldSpec): Promise<Outcome>
  /** The same over a few lines of that world and nothing else. */
  runOnLines(language: ExerciseLanguage, text: string, world: WorldSpec, lines: readonly LoggedLine[]): Promise<Outcome>
  lines(world: WorldSpec): Promise<readonly LoggedLine[]>
  explain(pattern: string, messages: readonly string[]): Promise<readonly Reading[]>
}
