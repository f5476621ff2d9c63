import { expect, it } from 'vitest'
import { createRandom, type Random } from '#lib/random.ts'
import { compileCondition } from '#engines/filter-pattern/condition.ts'
import { compilePattern } from '#engines/filter-pattern/index.ts'
import { parse } from '#languages/filter-pattern/index.ts'

const names = ['a', 'level', "['x.y']", 'é']
const operands = [
  '= "ERROR"',
  '= E*',
  '!= 1',
  '= 1',
  '= 15',
  '= -15',
  '= +15',
  '= 1e1',
  '= "1"',
  '> 1',
  'IS NULL',
  'IS TRUE',
  'NOT EXISTS',
  '= %RR%',
  '= "a\\"b"',
  '= *',
]
const values = [
  '"ERROR"',
  '"\\u0045RROR"',
  '"x"',
  '1',
  '1.0',
  '15e-1',
  '0.15e2',
  '-15',
  '"+15"',
  '14.99999999999999999999',
  '10',
  '"1e1"',
  '"1"',
  'null',
  'true',
  '[1,null]',
  '{"level":"ERROR"}',
  '"a\\"b"',
  '"\\/"',
]
const keys = ['"a"', '"level"', '"x.y"', '"é"', '"\\u0061"', '"z"']

function randomCondition(random: Random, depth: number): string {
  if (depth > 0 && random.below(2) === 0) {
    return `(${randomCondition(random, depth - 1)} ${random.pick(['&&', '||'])} ${randomCondition(random, depth - 1)})`
  }
  const name = random.pick(names)
  return `$${name.startsWith('[') ? '' : '.'}${name} ${random.pick(operands)}`
}

const randomMessage = (random: Random): string =>
  `{${Array.from({ length: random.below(4) }, () => `${random.pick(keys)}:${random.pick(values)}`).join(',')}}`

it('rules nothing out that the whole reading would let pass', () => {
  const seed = 7
  const random = createRandom(seed)
  let matches = 0
  for (let round = 0; round < 2500; round++) {
    const pattern = `{ ${randomCondition(random, 2)} }`
    const message = randomMessage(random)
    const { ast } = parse(pattern)
    const compiled = compilePattern(pattern)
    if ('diagnostics' in compiled) {
      expect(compiled.diagnostics[0]?.code, pattern).toBe('filter-pattern/regexes')
      continue
    }
    const expected = ast.kind === 'json' && compileCondition(ast.condition)(JSON.parse(message), message)
    expect(compiled.value.test(message), `seed ${seed}: ${pattern} on ${message}`).toBe(expected)
    expect(compiled.value.explain(message).matched).toBe(expected)
    if (expected) matches++
  }
  expect(matches).toBeGreaterThan(100)
})

it('takes a text that nests a hundred thousand deep', () => {
  const compiled = compilePattern('{ $.a[0] = "1" || $.b = "1" }')
  if ('diagnostics' in compiled) throw new Error('the pattern is refused')
  const deep = `{"a":${'['.repeat(100_000)}1${']'.repeat(100_000)},"b":1}`
  expect(compiled.value.test(deep)).toBe(true)
  expect(compiled.value.explain(deep).matched).toBe(true)
})
