import { useEffect, useState } from 'react'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Language } from '#lib/text/language.ts'

/** Long enough to finish a word, short enough to be told while it is in mind. */
const REST = 350

/** More are no help, and thousands of them would hold up the page. */
const MOST = 50

/** What the language says of a text, the first of it: known problems stay, new ones wait until the keys rest. What somebody else says of it goes at the first key. */
export function useDiagnostics(language: Language, text: string, given: readonly Diagnostic[] = []): readonly Diagnostic[] {
  const [settled, setSettled] = useState(text)
  const key = JSON.stringify(given)
  const [judged, setJudged] = useState({ key, text })
  if (judged.key !== key) setJudged({ key, text })
  useEffect(() => {
    if (settled === text) return undefined
    const timer = setTimeout(setSettled, REST, text)
    return () => clearTimeout(timer)
  }, [settled, text])
  const diagnose = (asked: string): readonly Diagnostic[] => language.diagnose(asked).slice(0, MOST)
  const found = diagnose(text)
  const before = settled === text ? undefined : diagnose(settled)
  const own = before === undefined ? found : found.filter((diagnostic) => before.some((known) => known.code === diagnostic.code))
  const others = judged.key === key && judged.text !== text ? [] : given
  return [...own, ...others.filter((other) => !found.some((mine) => mine.from === other.from && mine.to === other.to))]
}
