import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '#lib/random.ts'
import { compileRegex, type Regex } from '#lib/regex/index.ts'

function compile(source: string, ignoreCase = false): Regex {
  const result = compileRegex(source, { ignoreCase })
  if ('diagnostics' in result) throw new Error(`${source}: ${result.diagnostics[0]?.message}`)
  return result.value
}

describe('an expression', () => {
  it.each([
    ['ERR.R', 'an ERROR', true],
    ['^ERROR$', 'ERROR\n', false],
    ['(?m)^b$', 'a\nb\nc', true],
    ['a.b', 'a\nb', false],
    ['(?s)a.b', 'a\nb', true],
    ['a\\sb', 'a\u00a0b', false],
    ['a\\sb', 'a\vb', false],
    ['^.$', '😀', true],
    ['(?i)straße', 'STRASSE', false],
    ['(?i)größe', 'GRÖSSE', false],
    ['(?i)GRÖßE', 'größe', true],
    ['(?i)kelvin', '\u212aelvin', true],
    ['xa{,2}y', 'xaay', true],
    ['xa{,2}y', 'xaaay', false],
    ['[[:alpha:]]+[^[:space:]]', 'ab', true],
    ['\\pL\\p{Greek}', 'aω', true],
    ['\\Qa.b\\E+', 'a.bbb', true],
    ['a{}', 'a{}', true],
    ['[]a]', ']', true],
    ['\\x28\\x{1F600}', '(😀', true],
  ])('%s on %j: %s', (source, text, matches) => {
    expect(compile(source).test(text)).toBe(matches)
  })

  it('gives the named groups of the first match, in either spelling', () => {
    const regex = compile('(?<level>[A-Z]+)(x)? (?P<code>\\d+)|(?<other>z)')
    expect(regex.names).toEqual(['level', 'code', 'other'])
    expect(regex.groups('WARN 404 ERROR 500')).toEqual({ level: 'WARN', code: '404', other: '' })
    expect(regex.groups('nothing')).toBeUndefined()
  })

  it('replaces every match and names groups', () => {
    expect(compile('[0-9]+').replaceAll('a1b22', '#')).toBe('a#b#')
    expect(compile('(?<k>\\w)=(\\w)').replaceAll('a=b c=d', '$2=${k}$9')).toBe('b=a$9 d=c$9')
    expect(compile('x*').replaceAll('axb', '-')).toBe('-a-b-')
  })

  it.each([
    ['[abc', 'regex/unclosed-class', 0, 4],
    ['ab(c', 'regex/unclosed-group', 2, 4],
    ['ab)', 'regex/unexpected-parenthesis', 2, 3],
    ['a(?=b)', 'regex/not-in-re2', 1, 4],
    ['(a)\\1', 'regex/not-in-re2', 3, 5],
    ['*a', 'regex/nothing-to-repeat', 0, 1],
    ['a**', 'regex/double-repeat', 1, 3],
    ['a{1001}', 'regex/repeat-count', 1, 7],
    ['(a{100}){100}', 'regex/repeat-count', 8, 13],
    ['[z-a]', 'regex/class-range', 1, 4],
    ['\\p{Nope}', 'regex/unknown-class', 0, 8],
    ['(?<a>x)(?<a>y)', 'regex/group-name', 10, 11],
    ['a\\', 'regex/trailing-backslash', 1, 2],
    ['\\y', 'regex/unknown-escape', 0, 2],
  ])('%s is refused: %s', (source, code, from, to) => {
    const result = compileRegex(source)
    expect('diagnostics' in result && result.diagnostics.map((found) => [found.code, found.from, found.to])).toEqual([[code, from, to]])
  })
})

describe('the choice of an engine', () => {
  it.each([
    ['plain text', 1e6, 'literal'],
    ['(a+)+$', 10, 're2'],
    ['(a|a)*$', 10, 're2'],
    ['(?:a?)*b', 10, 're2'],
    ['(a{1,5}){2,9}', 10, 're2'],
    ['.*.*=', 4096, 're2'],
    ['.*.*=', 100, 'native'],
    ['(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)', 30, 're2'],
    ['^(\\S+) (\\S+) \\[([^\\]]+)\\] (\\d+)$', 10_000, 'native'],
    ['(?<ms>\\d+)ms', 1000, 'native'],
  ])('%s on %i characters: %s', (source, length, engine) => {
    expect(compile(source).engineFor(length)).toBe(engine)
  })

  it('answers a nested quantifier on a line of 100 kB', () => {
    const line = 'a'.repeat(100_000)
    expect(compile('(a+)+$').test(`${line}!`)).toBe(false)
    expect(compile('(a+)+!').search(`${line}!`)).toEqual({ from: 0, to: 100_001 })
    expect(compile('(?i)(x+x+)+y').test('x'.repeat(100_000))).toBe(false)
  })

  it('goes to RE2 where the bound is passed, and not before', () => {
    const regex = compile('^a*a*b')
    // from one start: the first a* in as many ways as the text is long, the second as often again, in each
    const longest = Array.from({ length: 10_000 }, (_, length) => length).findLast((length) => regex.engineFor(length) === 'native') ?? 0
    expect(longest).toBeGreaterThan(1000)
    expect(longest).toBeLessThanOrEqual(3162)
    expect(regex.engineFor(3163)).toBe('re2')
  })
})

const atoms = [
  'a',
  'b',
  'k',
  '.',
  '[ab]',
  '[^a]',
  '\\w',
  '\\W',
  '\\s',
  '(a)',
  '(?:ab|b)',
  '(b|)',
  '^',
  '$',
  '\\b',
  'é',
  '[^\\n]',
  '(?i:s)',
  '\\D',
  '(a*)',
]
const operators = ['', '', '', '*', '+', '?', '{1,2}', '*?', '+?', '{2}']
const characters = ['a', 'b', 'B', 'K', 's', 'S', '\u017f', ' ', '\n', 'é', '1', '😀']

const randomText = (random: Random): string => Array.from({ length: random.below(9) }, () => random.pick(characters)).join('')

function randomPattern(random: Random): string {
  const branch = (): string => Array.from({ length: 1 + random.below(4) }, () => random.pick(atoms) + random.pick(operators)).join('')
  const body = random.below(4) === 0 ? `${branch()}|${branch()}` : branch()
  return random.below(4) === 0 ? `(?i)${body}` : body
}

function reference(source: string, text: string): unknown {
  const matcher = RE2JS.compile(source.replaceAll('(?<', '(?P<')).matcher(text)
  if (!matcher.find()) return undefined
  return { range: { from: matcher.start(), to: matcher.end() }, groups: { first: matcher.group('first') ?? '' } }
}

it('finds what RE2 finds, whichever engine runs', () => {
  const seed = 20_261_124
  const random = createRandom(seed)
  const met = new Set<string>()
  for (let round = 0; round < 1500; round++) {
    const source = `(?<first>${randomPattern(random)})`
    const text = randomText(random)
    const regex = compile(source)
    met.add(regex.engineFor(text.length))
    const range = regex.search(text)
    const found = range && { range, groups: regex.groups(text) }
    const expected = reference(source, text)
    expect(found, `seed ${seed}: /${source}/ on ${JSON.stringify(text)}`).toEqual(expected)
    expect(regex.test(text)).toBe(expected !== undefined)
  }
  expect([...met].sort()).toEqual(['native', 're2'])
})
