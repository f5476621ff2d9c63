import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Language } from '#lib/text/language.ts'
import { createRandom, type Random } from '#lib/random.ts'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { insights } from '#languages/insights/index.ts'

type Case = { readonly query?: string; readonly pattern?: string }

const { cases } = JSON.parse(readFileSync('test/conformance/cloudwatch-logs/cases.json', 'utf8')) as { readonly cases: readonly Case[] }
const shards = [
  '|',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '`',
  '/',
  '%',
  '#',
  '\n',
  ' ',
  ',',
  '.',
  '$',
  '\\',
  '*',
  '“',
  '–',
  'é',
  '😀',
  'by',
  'as',
  'not',
  '5m',
  '=',
  '!',
]

/** A text with pieces cut out, doubled, or shards put in. */
function damage(text: string, random: Random): string {
  let damaged = text.slice(0, 400)
  for (let round = random.below(4); round >= 0; round--) {
    const at = random.below(damaged.length + 1)
    const until = Math.min(damaged.length, at + random.below(6))
    const put = random.below(3) === 0 ? '' : random.pick(shards)
    damaged = damaged.slice(0, at) + put + damaged.slice(random.below(2) === 0 ? until : at)
  }
  return damaged
}

/** Whatever stands in the text, the editor's questions end in an answer whose ranges lie inside it, in order and apart. */
function ask(language: Language, text: string, offset: number): void {
  const fields = [{ name: 'level', samples: ['ERROR'] }]
  const diagnostics = language.diagnose(text)
  const tokens = language.tokens(text)
  const ranges = [...diagnostics, ...tokens, ...language.complete(text, offset, fields)]
  for (const { from, to } of ranges) expect(from >= 0 && from <= to && to <= text.length, text).toBe(true)
  for (const [at, token] of tokens.entries()) expect(token.from >= (tokens[at - 1]?.to ?? 0) && token.to > token.from, text).toBe(true)
  for (const { message, code } of diagnostics) expect(`${code}${message}`).toMatch(/^[a-z-]+\/[a-z-]+./)
  language.hover(text, offset, fields)
  language.signature(text, offset)
}

it.each([
  ['insights', insights, cases.flatMap(({ query }) => query ?? [])],
  ['filter-pattern', filterPattern, cases.flatMap(({ pattern }) => pattern ?? [])],
] as const)('%s answers an editor on damaged text', (_, language, texts) => {
  const seed = 20_261_125
  const random = createRandom(seed)
  for (let round = 0; round < 800; round++) {
    const text = damage(random.pick(texts), random)
    ask(language, text, random.below(text.length + 1))
  }
})
