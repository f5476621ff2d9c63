import { parse } from '#languages/insights/index.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { compare, type Comparison } from './results/compare.ts'
import type { Laboratory } from './worlds/laboratory.ts'
import type { DrawnMarking, Marking } from './marking.ts'
import { textLanguage } from './programs/index.ts'
import type { Outcome } from './results/outcome.ts'

/** How far a slow check is. */
export type Progress = { readonly done: number; readonly total: number }

/** Everything one check works with. */
export type Bench = {
  readonly laboratory: Laboratory
  readonly marking: Marking
  readonly drawn: DrawnMarking
  readonly drawing: number
  readonly hidden: readonly WorldSpec[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** One world, what was expected of it and what came. */
export type Trial = {
  readonly world: WorldSpec
  readonly expected: Outcome
  readonly answer: Outcome
  readonly difference: Comparison | undefined
}

/** Runs an answer and the solution on one world. */
export async function tryOn(bench: Bench, text: string, world: WorldSpec): Promise<Trial> {
  const { laboratory, drawn, signal } = bench
  signal?.throwIfAborted()
  const solution = solutionOf(bench)
  const language = textLanguage(drawn.language)
  const answer = await laboratory.run(language, text, world, signal)
  const expected = await laboratory.run(language, solution, world, signal)
  const whole = drawn.compare.rows.kind === 'top' ? await laboratory.run(language, widened(solution), world, signal) : undefined
  return { world, expected, answer, difference: compare(expected, answer, drawn.compare, whole) }
}

export function solutionOf({ drawn, marking }: Bench): string {
  if (drawn.solution === undefined) throw new Error(`cannot mark ${marking.id}: it has no solution`)
  return drawn.solution.text
}

/** A query without its last limit: the rows a `top N` was cut from. */
export function widened(query: string): string {
  const limit = parse(query).ast.commands.findLast((command) => command.kind === 'limit')
  return limit === undefined ? query : `${query.slice(0, limit.from)}limit 10000${query.slice(limit.to)}`
}
