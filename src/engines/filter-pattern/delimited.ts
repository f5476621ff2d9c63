import type { TextRange } from '#lib/text/text-range.ts'
import type { Delimited, Field, FieldComparison, FieldCondition } from '#languages/filter-pattern/ast.ts'
import { compareNumbers, compareText } from './compare.ts'
import { requiredTexts } from './needles.ts'
import { quote, type Explanation, type Pattern } from './pattern.ts'
import { nextWord, splitWords, type Word } from './words.ts'

/** What a field holds in one message; `isPhrase`: several words, the rest of the line. */
type Held = { readonly text: string; readonly isPhrase: boolean }
type Test = (held: Held) => boolean
type Place = { readonly field: Field; readonly test: Test | undefined }
/** A field's place in a message: the words from `first` on, one or (in the last field) all. */
type Filled = Held & { readonly place: Place; readonly at: number; readonly range: TextRange }

export function compileDelimited(pattern: Delimited, text: string): Pattern {
  const places = pattern.fields.map((field): Place => ({ field, test: field.condition && compileFieldCondition(field.condition) }))
  const passes = (filled: readonly Filled[] | undefined): filled is readonly Filled[] =>
    filled !== undefined && filled.every((one) => one.place.test === undefined || one.place.test(one))
  const required = pattern.fields.flatMap((field) => (field.condition === undefined ? [] : requiredTexts(field.condition)))
  const lacks = (message: string): boolean => required.some((text) => !message.includes(text))
  const failsEarly = compileFailsEarly(places)
  return {
    test: (message) => !lacks(message) && !failsEarly(message) && passes(fill(places, message)),
    extract: (message) => {
      const filled = fill(places, message)
      return passes(filled) ? Object.fromEntries(filled.map((one) => [`$${one.place.field.name ?? one.at + 1}`, one.text])) : {}
    },
    explain: (message) => explain(places, message, text),
  }
}

/** Whether one of the first fields fails, found without splitting the rest. */
function compileFailsEarly(places: readonly Place[]): (message: string) => boolean {
  const gap = places.findIndex(({ field }) => field.isEllipsis)
  const leading = places.slice(0, gap < 0 ? -1 : gap)
  const tested = leading.slice(0, leading.findLastIndex(({ test }) => test !== undefined) + 1)
  return (message) => {
    let at = 0
    for (const { test } of tested) {
      const word = nextWord(message, at)
      if (word === undefined) return true
      if (test !== undefined && !test({ text: message.slice(word.inner.from, word.inner.to), isPhrase: false })) return true
      at = word.to
    }
    return false
  }
}

/** Each field's piece of the message, or undefined where there are too few words. */
function fill(places: readonly Place[], message: string): readonly Filled[] | undefined {
  const words = splitWords(message)
  const gap = places.findIndex(({ field }) => field.isEllipsis)
  const needed = gap < 0 ? places.length : places.length - 1
  if (words.length < needed) return undefined
  if (gap < 0)
    return places.map((place, at) => (at === places.length - 1 ? fillRest(place, words, at, message) : fillWord(place, words, at, message)))
  const behind = words.length - (places.length - gap - 1)
  const before = places.slice(0, gap).map((place, at) => fillWord(place, words, at, message))
  const between = words.slice(gap, behind).map((_, at) => fillWord(elided, words, gap + at, message))
  const after = places.slice(gap + 1).map((place, at) => fillWord(place, words, behind + at, message))
  return [...before, ...between, ...after]
}

const elided: Place = { field: { isEllipsis: true, from: 0, to: 0 }, test: undefined }

function fillWord(place: Place, words: readonly Word[], at: number, message: string): Filled {
  const range = words[at]?.inner ?? { from: message.length, to: message.length }
  return { place, at, range, text: message.slice(range.from, range.to), isPhrase: false }
}

/** Without `...` the last field takes the rest of the line as it stands, unless that is one word. */
function fillRest(place: Place, words: readonly Word[], at: number, message: string): Filled {
  const first = words[at]
  const last = words.at(-1)
  if (first === undefined || last === undefined || words.length === at + 1) return fillWord(place, words, at, message)
  const range = { from: first.from, to: last.to }
  return { place, at, range, text: message.slice(range.from, range.to), isPhrase: true }
}

function compileFieldCondition(condition: FieldCondition): Test {
  if (condition.kind === 'compare') return compileFieldComparison(condition)
  const parts = condition.parts.map(compileFieldCondition)
  return condition.kind === 'and' ? (held) => parts.every((part) => part(held)) : (held) => parts.some((part) => part(held))
}

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function compileFieldComparison({ operator, operand }: FieldComparison): Test {
  if (operand.kind !== 'number') {
    const compares = compareText(operator, operand)
    return ({ text }) => compares(text)
  }
  const compares = compareNumbers(operator, operand.value)
  return ({ text, isPhrase }) => !isPhrase && (numeric.test(text) ? compares(Number(text)) : operator === '!=')
}

function explain(places: readonly Place[], message: string, pattern: string): Explanation {
  const filled = fill(places, message)
  if (filled === undefined) {
    const needed = places.filter(({ field }) => !field.isEllipsis).length
    const reason = `has ${count(splitWords(message).length)}; the pattern asks for at least ${needed}`
    return { matched: false, ranges: [], reason }
  }
  const failed = filled.find((one) => one.place.test !== undefined && !one.place.test(one))
  if (failed !== undefined) return { matched: false, ranges: [], reason: reasonOf(failed, pattern) }
  const tested = filled.filter((one) => one.place.test !== undefined)
  const ranges = (tested.length > 0 ? tested : filled.filter((one) => !one.place.field.isEllipsis)).map(({ range }) => range)
  const reason =
    tested.length > 0
      ? tested.map((one) => reasonOf(one, pattern)).join(', and ')
      : `has the ${count(filled.length)} that the pattern lists`
  return { matched: true, ranges, reason }
}

const count = (words: number): string => (words === 1 ? '1 word' : `${words} words`)

function reasonOf({ place, text }: Filled, pattern: string): string {
  const { name = '', condition } = place.field
  const asked = condition === undefined ? '' : pattern.slice(condition.from, condition.to)
  return `${name} is ${quote(text)} and the pattern asks for ${asked}`
}
