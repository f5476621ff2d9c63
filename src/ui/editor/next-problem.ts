import type { Diagnostic } from '#lib/text/diagnostic.ts'

/** The problem after (or before) an offset, round the end. */
export function nextProblem(diagnostics: readonly Diagnostic[], offset: number, isBackwards: boolean): Diagnostic | undefined {
  const inOrder = diagnostics.toSorted((left, right) => left.from - right.from)
  if (isBackwards) return inOrder.findLast((diagnostic) => diagnostic.from < offset) ?? inOrder.at(-1)
  return inOrder.find((diagnostic) => diagnostic.from > offset) ?? inOrder[0]
}
