import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compilePattern } from '#engines/filter-pattern/index.ts'

type Case = {
  readonly id: string
  readonly kind: string
  readonly pattern: string
  readonly messages: readonly string[]
  readonly match?: readonly number[]
  readonly extracted?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly error?: true
}

const { cases } = JSON.parse(readFileSync('test/conformance/cloudwatch-logs/cases.json', 'utf8')) as { readonly cases: readonly Case[] }

describe('AWS answers to filter patterns', () => {
  it.each(cases.filter((one) => one.kind === 'filter-pattern').map((one) => [one.id, one] as const))('%s', (_, one) => {
    const compiled = compilePattern(one.pattern)
    expect('diagnostics' in compiled, one.pattern).toBe(one.error === true)
    if ('diagnostics' in compiled) return
    const matching = one.messages.flatMap((message, at) => (compiled.value.test(message) ? [at] : []))
    expect(matching, one.pattern).toEqual(one.match)
    for (const [at, values] of Object.entries(one.extracted ?? {}))
      expect(compiled.value.extract(one.messages[Number(at)] ?? '')).toEqual(values)
    for (const [at, message] of one.messages.entries()) expect(compiled.value.explain(message).matched).toBe(matching.includes(at))
  })
})
