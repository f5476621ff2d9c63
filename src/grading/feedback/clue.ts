import type { Comparison } from '../results/compare.ts'
import { count, grouped } from '../results/explain.ts'
import type { ExerciseLanguage } from '../exercise.ts'
import { programs } from '../programs/index.ts'
import type { Outcome } from '../results/outcome.ts'

/** An answer, what it gave, and the lines it read. */
export type Look = {
  readonly language: ExerciseLanguage
  readonly text: string
  readonly answer: Outcome
  readonly expected: Outcome
  readonly difference: Comparison | undefined
  readonly messages: readonly string[]
}

/** What can be known of why an answer keeps what it keeps: read from its own words and the lines, never from the solution. */
export function clueOf(look: Look): string | undefined {
  const { answer, expected } = look
  const kept = keptBy(answer)
  if (kept === undefined) return undefined
  if (kept === 0) return otherCase(look, look.messages) ?? otherKey(look) ?? absentWord(look)
  if (kept === totalOf(answer) && (keptBy(expected) ?? kept) < kept) return keepsAll(look)
  return missedCase(look) ?? cutShort(look)
}

const keptBy = (outcome: Outcome): number | undefined =>
  outcome.kind === 'events' ? outcome.events.length : outcome.kind === 'table' ? outcome.matched : undefined

const totalOf = (outcome: Outcome): number => (outcome.kind === 'refused' ? 0 : outcome.total)

/** `"error" stands in none of them, "ERROR" in 40: does the case match?` */
function otherCase(look: Look, lines: readonly string[]): string | undefined {
  for (const word of wordsIn(look)) {
    if (lines.some((line) => line.includes(word))) continue
    const found = lines.flatMap((line) => spelling(line, word) ?? [])
    const [first] = found
    if (first !== undefined) return `"${word}" stands in none of them, "${first}" in ${grouped(found.length)}; does the case match?`
  }
  return undefined
}

/** A word of the answer that stands in another case in lines it misses. */
function missedCase(look: Look): string | undefined {
  const { difference } = look
  if (difference?.kind !== 'events') return undefined
  const missing = difference.events.filter(({ state }) => state === 'missing').map(({ message }) => message)
  for (const word of wordsIn(look)) {
    const found = missing.flatMap((line) => (line.includes(word) ? [] : (spelling(line, word) ?? [])))
    const [first] = found
    if (first !== undefined) return `"${word}" stands as "${first}" in ${count(found.length, 'line')} you miss; does the case match?`
  }
  return undefined
}

/** A property or a field that the lines spell in another case. */
function otherKey({ text, messages }: Look): string | undefined {
  for (const [name] of text.matchAll(/[A-Za-z_][\w]*/g)) {
    const key = `"${name}"`
    if (messages.some((line) => line.includes(key))) continue
    const found = messages.map((line) => spelling(line, key)).find((one) => one !== undefined)
    if (found !== undefined) return `no line has a property "${name}", they say ${found}; does the case match?`
  }
  return undefined
}

function absentWord(look: Look): string | undefined {
  const word = wordsIn(look).find((one) => look.messages.every((line) => spelling(line, one) === undefined))
  return word === undefined ? undefined : `"${word}" stands in none of them, in whatever case`
}

function keepsAll({ language }: Look): string {
  return language === 'insights' ? 'no filter in it leaves a line out' : 'what it asks for, every line has'
}

/** As many rows as its own limit lets through. */
function cutShort({ language, text, answer, difference }: Look): string | undefined {
  if (language !== 'insights' || answer.kind !== 'table' || difference?.kind !== 'rows') return undefined
  const limit = Number(/\blimit\s+(\d+)/i.exec(text)?.[1])
  if (answer.rows.length !== limit || difference.expectedTotal <= limit) return undefined
  return `its own limit of ${limit} ends it there`
}

/** How a line spells a word, where it has it in some case. */
function spelling(line: string, word: string): string | undefined {
  const at = line.toLowerCase().indexOf(word.toLowerCase())
  return at < 0 ? undefined : line.slice(at, at + word.length)
}

/** The texts an answer looks for: what stands in quotes, and the bare terms of a pattern. */
function wordsIn({ language, text }: Look): readonly string[] {
  const quoted = programs[language].language
    .tokens(text)
    .filter(({ style }) => style === 'string')
    .map(({ from, to }) => text.slice(from, to).replace(/^(["'`])(.*)\1$/s, '$2'))
  const bare =
    language === 'filter-pattern' && !/^\s*[{[%]/.test(text) ? text.split(/\s+/).map((term) => term.replace(/^[?]|^"|"$/g, '')) : []
  return [...new Set([...quoted, ...bare])].filter((word) => /^[^-*%].*\p{L}/u.test(word))
}
