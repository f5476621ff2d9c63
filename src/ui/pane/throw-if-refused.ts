import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Language } from '#lib/text/language.ts'

/** What the language itself refuses is not asked: the api would answer with the same words, and the browser would write each refusal into its console. */
export function throwIfRefused(
  language: Language,
  text: string,
  wordsOf: (diagnostic: Diagnostic) => string = ({ message }) => message,
): void {
  const refusal = language.diagnose(text).find(({ severity }) => severity === 'error')
  if (refusal !== undefined) throw new Error(wordsOf(refusal))
}
