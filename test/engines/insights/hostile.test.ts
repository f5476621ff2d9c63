import { describe, expect, it } from 'vitest'
import { check, insights, parse } from '#languages/insights/index.ts'
import { ask, groupOf, table } from './ask.ts'

const codes = (query: string): readonly string[] => {
  const { ast, diagnostics } = parse(query)
  return [...diagnostics, ...check(ast)].map(({ code }) => code)
}

describe('a query that nests without end is refused with a sentence', () => {
  it.each([
    ['parentheses', `filter ${'('.repeat(4900)}a = 1${')'.repeat(4900)}`],
    ['not', `filter ${'not '.repeat(2400)}a`],
    ['exclamation marks', `filter ${'!'.repeat(9000)}a`],
    ['negations', `fields ${'-('.repeat(3000)}a${')'.repeat(3000)} as x`],
    ['calls', `fields ${'abs('.repeat(1800)}1${')'.repeat(1800)} as x`],
    ['powers', `fields ${'1^'.repeat(4500)}1 as x`],
    ['a chain', `fields ${'1+'.repeat(4500)}1 as x`],
    ['a chain in parentheses', `fields 2 * (${'1+'.repeat(4500)}1) as x`],
  ])('%s', (_, query) => {
    expect(codes(query)).toEqual(['insights/too-deep'])
    insights.tokens(query)
    insights.complete(query, query.length, [])
  })

  it('and one that nests as people write it is not', () => {
    const query = `filter ${'('.repeat(200)}a = 1${')'.repeat(200)} and (${'a = 1 or '.repeat(700)}a = 2)`
    expect(codes(query)).toEqual([])
    expect(table(ask(`${query} | stats count(*)`, [groupOf(['{"a":1}'])]))).toEqual([['1']])
  })
})

it('an event that nests without end is text, and a value in JSON for who asks for it', () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
  const lists = `{"b":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const query = 'fields strlen(@message) as length, a.a, jsonParse(@message) as j | filter length > 0 | sort j | display length'
  expect(table(ask(query, [groupOf([deep, lists])]))).toEqual([[String(lists.length)], [String(deep.length)]])
})

it('a text that functions would make longer than memory is nothing', () => {
  const doubled = (name: string, from: string): string => `fields concat(${Array(8).fill(from).join(', ')}) as ${name}`
  const grown = `${doubled('b', 'a')} | ${doubled('c', 'b')} | ${doubled('d', 'c')} | ${doubled('e', 'd')}`
  const replaced = 'fields replace(a, "x", a) as r, regexReplace(a, "x", a) as g'
  const quoted = `fields ${'jsonStringify('.repeat(40)}"\\""${')'.repeat(40)} as q`
  const query = `${grown} | ${replaced} | ${quoted} | display strlen(b) as b, isempty(e) as e, isempty(r) as r, isempty(g) as g, isempty(q) as q`
  expect(table(ask(query, [groupOf([JSON.stringify({ a: 'x'.repeat(20_000) })])]))).toEqual([['160000', '1', '1', '1', '1']])
})

it('no text holds up a regular expression', () => {
  const message = 'a'.repeat(100_000)
  const query = 'filter @message like /(a+)+$/ and @message not like /(a|a)*b/ and @message not like /^(a?){50}b/ | stats count(*)'
  expect(table(ask(query, [groupOf([message])]))).toEqual([['1']])
})

it('an unknown command with a name that every object has gets the hint of an unknown command', () => {
  for (const word of ['constructor', '__proto__', 'valueOf'])
    expect(insights.diagnose(word)[0]?.hint, word).toMatch(/^(?:commands are|did you mean)/)
})
