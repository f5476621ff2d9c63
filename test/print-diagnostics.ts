import type { Diagnostic } from '#lib/text/diagnostic.ts'

/** One line for each: severity, code, what stands at the range, message and hint. */
export const printDiagnostics = (text: string, diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ severity, code, from, to, message, hint }) => {
    const place =
      from === to ? `at ${from === text.length ? 'the end' : from}` : `«${text.slice(from, to).replaceAll('\n', '⏎')}» at ${from}`
    return `${severity} ${code} ${place}: ${message}${hint === undefined ? '' : ` (${hint})`}`
  })
