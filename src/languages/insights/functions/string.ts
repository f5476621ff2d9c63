// AWS: CWL_QuerySyntax-operations-functions, "String functions"
import type { Example, ScalarEntry, Value, ValueType } from '../function-entry.ts'
import { optional, parameter, repeated, scalar } from './define.ts'
import { fromBase64, percentDecode, percentEncode, toBase64 } from './values/encoding.ts'
import { isTrue, numberOf, textOf } from './values/coercion.ts'
import { fits } from './values/longest-text.ts'

const text = parameter('text', 'string', 'a field or any text')

/** A function of one text; a missing one gives nothing. */
function ofText(name: string, gives: ValueType, says: string, examples: readonly Example[], apply: (text: string) => Value): ScalarEntry {
  return scalar({
    name,
    group: 'string',
    parameters: [text],
    gives,
    says,
    examples,
    evaluate: ([value]) => {
      const given = textOf(value)
      return given === null ? null : apply(given)
    },
  })
}

/** A question about two texts: 1 or 0, nothing where the first is missing. */
function question(name: string, says: string, example: Example, ask: (text: string, part: string) => boolean): ScalarEntry {
  return scalar({
    name,
    group: 'string',
    parameters: [text, parameter('part', 'string', 'what to look for')],
    gives: 'boolean',
    says,
    examples: [example],
    evaluate: ([value, part]) => {
      const whole = textOf(value)
      const wanted = textOf(part)
      return whole !== null && wanted !== null && ask(whole, wanted)
    },
  })
}

function trimming(name: string, says: string, example: Example, sides: { readonly left: boolean; readonly right: boolean }): ScalarEntry {
  return scalar({
    name,
    group: 'string',
    parameters: [text, optional('characters', 'string', 'the characters to take off, in any order; white space when left out')],
    gives: 'string',
    says,
    examples: [example],
    evaluate: ([value, characters]) => {
      const given = textOf(value)
      const set = characters === undefined ? undefined : textOf(characters)
      if (given === null || set === null) return null
      return trim(given, set, sides)
    },
  })
}

function trim(given: string, set: string | undefined, sides: { readonly left: boolean; readonly right: boolean }): string {
  const goes = set === undefined ? (character: string) => character.trim() === '' : (character: string) => set.includes(character)
  const characters = Array.from(given)
  let from = 0
  let to = characters.length
  while (sides.left && from < to && goes(characters[from] ?? '')) from++
  while (sides.right && to > from && goes(characters[to - 1] ?? '')) to--
  return characters.slice(from, to).join('')
}

function substring(given: string, start: number, length: number): Value {
  if (Number.isNaN(start) || Number.isNaN(length)) return null
  const from = Math.max(0, Math.trunc(start))
  return Array.from(given)
    .slice(from, from + Math.max(0, Math.trunc(length)))
    .join('')
}

/** What a replacement of every character could write at the most. */
const LARGEST_REPLACEMENT = 2 ** 27

const hexDigits = /^[+-]?(?:0x)?[0-9a-f]+$/i

function hexToDec(given: string): Value {
  const isNegative = given.startsWith('-')
  const digits = given.replace(/^[+-]/, '').replace(/^0x/i, '')
  if (!hexDigits.test(given) || digits === '') return null
  const number = Number(`0x${digits}`)
  return isNegative ? -number : number
}

function hexToAscii(given: string): Value {
  const digits = given.replace(/^0x/i, '')
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return null
  return digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))
}

const decToHex = (number: number): Value => {
  const whole = Math.trunc(number)
  return Number.isFinite(number) ? `${whole < 0 ? '-' : ''}0x${Math.abs(whole).toString(16)}` : null
}

const inquiries: readonly ScalarEntry[] = [
  scalar({
    name: 'isempty',
    group: 'string',
    parameters: [text],
    gives: 'boolean',
    says: '1 where the field is missing or an empty text.',
    examples: [{ query: 'fields isempty(a) | sort @timestamp asc', over: [{ a: '' }, { a: ' ' }, { b: 1 }], gives: ['1', '0', '1'] }],
    evaluate: ([value]) => value === null || value === undefined || value === '',
  }),
  scalar({
    name: 'isblank',
    group: 'string',
    parameters: [text],
    gives: 'boolean',
    says: '1 where the field is missing, empty or nothing but white space.',
    examples: [{ query: 'fields isblank(a) | sort @timestamp asc', over: [{ a: ' ' }, { a: 'x' }, { b: 1 }], gives: ['1', '0', '1'] }],
    evaluate: ([value]) => value === null || value === undefined || (typeof value === 'string' && value.trim() === ''),
  }),
  scalar({
    name: 'strcontains',
    group: 'string',
    parameters: [
      text,
      parameter('part', 'string', 'what to look for'),
      optional('ignoreCase', 'boolean', 'true: capitals and small letters are the same'),
    ],
    gives: 'boolean',
    says: '1 where the text holds the part, else 0.',
    examples: [
      { query: 'fields strcontains("hello", "ell")', gives: ['1'] },
      { query: 'fields strcontains("hello", "ELL", true)', gives: ['1'] },
    ],
    evaluate: ([value, part, ignoreCase = null]) => {
      const whole = textOf(value)
      const wanted = textOf(part)
      if (whole === null || wanted === null) return false
      return isTrue(ignoreCase) ? whole.toLowerCase().includes(wanted.toLowerCase()) : whole.includes(wanted)
    },
  }),
  question(
    'startsWith',
    '1 where the text begins with the part, else 0.',
    { query: 'fields startsWith("/api/cart", "/api")', gives: ['1'] },
    (whole, part) => whole.startsWith(part),
  ),
  question(
    'endsWith',
    '1 where the text ends with the part, else 0.',
    { query: 'fields endsWith("/api/cart", "/api")', gives: ['0'] },
    (whole, part) => whole.endsWith(part),
  ),
]

const changes: readonly ScalarEntry[] = [
  scalar({
    name: 'concat',
    group: 'string',
    parameters: [text, repeated('more', 'string', 'texts to put behind it')],
    gives: 'string',
    says: 'The texts one behind the other.',
    examples: [{ query: 'fields concat(operation, "-", status)', over: [{ operation: 'Get', status: 200 }], gives: ['Get-200'] }],
    evaluate: (args) => {
      const texts = args.map((value) => textOf(value) ?? '')
      return fits(texts.reduce((length, { length: more }) => length + more, 0)) ? texts.join('') : null
    },
  }),
  trimming(
    'ltrim',
    'The text without white space, or the given characters, at its start.',
    { query: 'fields ltrim("xyZxyfooxyZ", "xyZ")', gives: ['fooxyZ'] },
    { left: true, right: false },
  ),
  trimming(
    'rtrim',
    'The text without white space, or the given characters, at its end.',
    { query: 'fields rtrim("xyZfooxyxyZ", "xyZ")', gives: ['xyZfoo'] },
    { left: false, right: true },
  ),
  trimming(
    'trim',
    'The text without white space, or the given characters, at both ends.',
    { query: 'fields trim("xyZxyfooxyxyZ", "xyZ")', gives: ['foo'] },
    { left: true, right: true },
  ),
  ofText('strlen', 'number', 'How many characters the text has.', [{ query: 'fields strlen("naïve 🙂")', gives: ['7'] }], characterCount),
  ofText('toupper', 'string', 'The text in capitals.', [{ query: 'fields toupper("warn")', gives: ['WARN'] }], (given) =>
    given.toUpperCase(),
  ),
  ofText('tolower', 'string', 'The text in small letters.', [{ query: 'fields tolower("WARN")', gives: ['warn'] }], (given) =>
    given.toLowerCase(),
  ),
  scalar({
    name: 'substr',
    group: 'string',
    parameters: [
      text,
      parameter('start', 'number', 'the first character to keep, counted from 0'),
      optional('length', 'number', 'how many to keep; all the rest when left out'),
    ],
    gives: 'string',
    says: 'A piece of the text.',
    examples: [
      { query: 'fields substr("xyZfooxyZ", 3, 3)', gives: ['foo'] },
      { query: 'fields substr("xyZfooxyZ", 6)', gives: ['xyZ'] },
    ],
    evaluate: ([value, start, length]) => {
      const given = textOf(value)
      return given === null ? null : substring(given, numberOf(start), length === undefined ? Infinity : numberOf(length))
    },
  }),
  scalar({
    name: 'replace',
    group: 'string',
    parameters: [
      text,
      parameter('search', 'string', 'the text to look for, as it stands'),
      parameter('put', 'string', 'what takes its place'),
    ],
    gives: 'string',
    says: 'The text with every occurrence of one piece replaced by another.',
    examples: [{ query: 'fields replace("a.b.c", ".", "/")', gives: ['a/b/c'] }],
    evaluate: (args) => {
      const [given, search, put] = args.map(textOf)
      if (given === null || given === undefined) return null
      if (search === null || search === undefined || search === '') return given
      const parts = given.split(search)
      const length = given.length + (parts.length - 1) * ((put ?? '').length - search.length)
      return fits(length) ? parts.join(put ?? '') : null
    },
  }),
  scalar({
    name: 'regexReplace',
    group: 'string',
    parameters: [text, parameter('expression', 'string', 'a regular expression'), parameter('put', 'string', 'what takes its place')],
    gives: 'string',
    says: 'The text with every match of a regular expression replaced.',
    examples: [{ query: 'fields regexReplace("order 66 of 99", "[0-9]+", "#")', gives: ['order # of #'] }],
    evaluate: (args, { expression }) => {
      const [given, source, put] = args.map(textOf)
      if (given === null || given === undefined || source === null || source === undefined) return null
      const most = (given.length + 1) * ((put ?? '').length + 1)
      return most > LARGEST_REPLACEMENT ? null : (expression(source)?.replaceAll(given, put ?? '') ?? null)
    },
  }),
  scalar({
    name: 'split',
    group: 'string',
    parameters: [text, parameter('delimiter', 'string', 'what stands between the pieces')],
    gives: 'list',
    says: 'The pieces of the text between the delimiters, as an array.',
    examples: [{ query: 'fields split("x,y,z", ",")', gives: ['["x","y","z"]'] }],
    evaluate: ([value, delimiter]) => {
      const given = textOf(value)
      const between = textOf(delimiter)
      return given === null || between === null ? null : { kind: 'list', items: given.split(between) }
    },
  }),
]

const encodings: readonly ScalarEntry[] = [
  ofText(
    'urlencode',
    'string',
    'The text made fit for an address.',
    [{ query: 'fields urlencode("a&b=c/d")', gives: ['a%26b%3Dc%2Fd'] }],
    percentEncode,
  ),
  ofText(
    'urldecode',
    'string',
    'The text an address stands for.',
    [{ query: 'fields urldecode("x%26y%3Dz")', gives: ['x&y=z'] }],
    percentDecode,
  ),
  ofText('base64encode', 'string', 'The text in Base64.', [{ query: 'fields base64encode("world")', gives: ['d29ybGQ='] }], toBase64),
  ofText(
    'base64decode',
    'string',
    'The text that was in Base64.',
    [{ query: 'fields base64decode("d29ybGQ=")', gives: ['world'] }],
    fromBase64,
  ),
  ofText(
    'hexToAscii',
    'string',
    'The text whose letters the pairs of hexadecimal digits are.',
    [{ query: 'fields hexToAscii("48656c6c6f")', gives: ['Hello'] }],
    hexToAscii,
  ),
  ofText('hexToDec', 'number', 'The number written in hexadecimal.', [{ query: 'fields hexToDec("0xff")', gives: ['255'] }], hexToDec),
  scalar({
    name: 'decToHex',
    group: 'string',
    parameters: [parameter('number', 'number', 'the number; its decimals are dropped')],
    gives: 'string',
    says: 'The number written in hexadecimal, with 0x before it.',
    examples: [
      { query: 'fields decToHex(255)', gives: ['0xff'] },
      { query: 'fields decToHex(-255)', gives: ['-0xff'] },
    ],
    evaluate: ([value]) => decToHex(numberOf(value)),
  }),
]

export const stringFunctions: readonly ScalarEntry[] = [...inquiries, ...changes, ...encodings]

function characterCount(given: string): number {
  let count = given.length
  if (!/[\ud800-\udbff]/.test(given)) return count
  for (let at = 1; at < given.length; at++) {
    if ((given.charCodeAt(at) & 0xfc00) === 0xdc00 && (given.charCodeAt(at - 1) & 0xfc00) === 0xd800) count--
  }
  return count
}
