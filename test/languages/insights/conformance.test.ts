import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasErrors } from '#lib/text/diagnostic.ts'
import type { Query } from '#languages/insights/ast.ts'
import { check, parse, print } from '#languages/insights/index.ts'

type Case = { readonly id: string; readonly kind: string; readonly query: string; readonly expect: { readonly error?: true } }

const { cases } = JSON.parse(readFileSync('test/conformance/cloudwatch-logs/cases.json', 'utf8')) as { readonly cases: readonly Case[] }
const insights = cases.filter((one) => one.kind === 'insights')

/** A tree without its places, and with columns named by what is printed. */
const bare = (query: Query): unknown =>
  JSON.parse(JSON.stringify(query, (key, value: unknown) => (['from', 'to', 'nameRange', 'title'].includes(key) ? undefined : value)))

describe('the queries of the conformance cases', () => {
  it.each(insights.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const { ast, diagnostics } = parse(one.query)
    const found = [...diagnostics, ...check(ast)]
    expect(hasErrors(found), `${one.query}\n${JSON.stringify(found)}`).toBe(one.expect.error === true)
    if (hasErrors(found)) return
    const again = parse(print(ast))
    expect(again.diagnostics, print(ast)).toEqual(diagnostics.filter(({ severity }) => severity === 'warning'))
    expect(bare(again.ast), print(ast)).toEqual(bare(ast))
  })
})
