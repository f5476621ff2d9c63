// AWS: CWL_QuerySyntax-operations-functions, "Numeric operations"
import type { ScalarEntry, Value } from '../function-entry.ts'
import { optional, parameter, repeated, scalar } from './define.ts'
import { numberOf, numberOrNull, textOf } from './values/coercion.ts'

const a = parameter('a', 'number', 'a number, or a text that looks like one')
const more = repeated('b', 'number', 'further numbers')

type Sample = { readonly query: string; readonly gives: string | null }

function unary(name: string, says: string, apply: (number: number) => number, ...samples: readonly Sample[]): ScalarEntry {
  return scalar({
    name,
    group: 'numeric',
    parameters: [a],
    gives: 'number',
    says,
    examples: samples.map(({ query, gives }) => ({ query, gives: [gives] })),
    evaluate: ([value]) => numberOrNull(apply(numberOf(value))),
  })
}

/** Text to number; a text that is none gives nothing. */
function conversion(name: string, says: string, convert: (number: number) => number | null, samples: readonly Sample[]): ScalarEntry {
  return scalar({
    name,
    group: 'numeric',
    parameters: [parameter('text', 'string', 'the text to read as a number')],
    gives: 'number',
    says,
    examples: samples.map(({ query, gives }) => ({ query, gives: [gives] })),
    evaluate: ([value]) => {
      const number = numberOf(typeof value === 'string' ? value.trim() : value)
      return Number.isNaN(number) ? null : convert(number)
    },
  })
}

const toInt = (number: number): number | null => (number < 2147483648 && number > -2147483649 ? Math.trunc(number) : null)

function most(args: readonly Value[], pick: (left: number, right: number) => boolean): Value {
  let best = Number.NaN
  for (const value of args) {
    const number = numberOf(value)
    if (Number.isNaN(best) || pick(number, best)) best = number
  }
  return numberOrNull(best)
}

/** Half away from zero, decided on the decimal text so that 1.005 to two places is 1.01. */
function roundTo(number: number, decimals: number): number {
  const places = Math.max(-15, Math.min(15, Math.trunc(decimals)))
  const shifted = Math.abs(shift(number, places))
  const rounded = shift(Math.floor(shifted + 0.5), -places)
  return number < 0 ? -rounded : rounded
}

const shift = (number: number, places: number): number => {
  const [digits = '0', exponent = '0'] = String(number).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

const EARTH_RADIUS_KM = 6371.0088

function haversine(args: readonly Value[]): number {
  const [lat1 = 0, lon1 = 0, lat2 = 0, lon2 = 0] = args.map((value) => (numberOf(value) * Math.PI) / 180)
  const north = Math.sin((lat2 - lat1) / 2) ** 2
  const east = Math.sin((lon2 - lon1) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(north + Math.cos(lat1) * Math.cos(lat2) * east)))
}

const degrees = (name: string, says: string) => parameter(name, 'number', `${says} in degrees`)

export const numericFunctions: readonly ScalarEntry[] = [
  unary('abs', 'The number without its sign.', Math.abs, { query: 'fields abs(0 - 3.2)', gives: '3.2' }),
  unary('ceil', 'The number raised to the next whole one.', Math.ceil, { query: 'fields ceil(2.1)', gives: '3' }),
  unary('floor', 'The number lowered to the next whole one.', Math.floor, { query: 'fields floor(2.9)', gives: '2' }),
  unary('log', 'The natural logarithm.', Math.log, { query: 'fields log(1)', gives: '0' }, { query: 'fields log(0)', gives: null }),
  unary('sqrt', 'The square root.', Math.sqrt, { query: 'fields sqrt(81)', gives: '9' }, { query: 'fields sqrt(0 - 1)', gives: null }),
  scalar({
    name: 'greatest',
    group: 'numeric',
    parameters: [a, more],
    gives: 'number',
    says: 'The largest of the numbers given.',
    examples: [{ query: 'fields greatest(3, 11, 7)', gives: ['11'] }],
    evaluate: (args) => most(args, (left, right) => left > right),
  }),
  scalar({
    name: 'least',
    group: 'numeric',
    parameters: [a, more],
    gives: 'number',
    says: 'The smallest of the numbers given.',
    examples: [{ query: 'fields least(3, 11, 7)', gives: ['3'] }],
    evaluate: (args) => most(args, (left, right) => left < right),
  }),
  scalar({
    name: 'round',
    group: 'numeric',
    parameters: [a, optional('decimals', 'number', 'how many places to keep; none when left out')],
    gives: 'number',
    says: 'The number rounded, to whole ones or to the given number of decimal places.',
    examples: [
      { query: 'fields round(2.5)', gives: ['3'] },
      { query: 'fields round(2.345, 2)', gives: ['2.35'] },
    ],
    evaluate: ([value, decimals]) => numberOrNull(roundTo(numberOf(value), decimals === undefined ? 0 : numberOf(decimals))),
  }),
  scalar({
    name: 'haversine',
    group: 'numeric',
    parameters: [
      degrees('latitude1', 'latitude of the first place'),
      degrees('longitude1', 'longitude of the first place'),
      degrees('latitude2', 'latitude of the second place'),
      degrees('longitude2', 'longitude of the second place'),
    ],
    gives: 'number',
    says: 'The distance in kilometres between two places on the globe.',
    examples: [{ query: 'fields round(haversine(51.5074, -0.1278, 48.8566, 2.3522))', gives: ['344'] }],
    evaluate: (args) => numberOrNull(haversine(args)),
  }),
  conversion('toNumber', 'The text as a number, whole or decimal.', numberOrNull, [
    { query: 'fields toNumber("2.5") + 1', gives: '3.5' },
    { query: 'fields toNumber("many")', gives: null },
  ]),
  conversion('toInt', 'The text as a whole number of 32 bits.', toInt, [
    { query: 'fields toInt("41") + 1', gives: '42' },
    { query: 'fields toInt("3000000000")', gives: null },
  ]),
  scalar({
    name: 'toLong',
    group: 'numeric',
    parameters: [parameter('text', 'string', 'the text to read as a number')],
    gives: 'number',
    says: 'The text as a whole number of 64 bits.',
    examples: [{ query: 'fields toLong("9007199254740993")', gives: ['9007199254740993'] }],
    evaluate: ([value]) => toLong(textOf(value)?.trim() ?? ''),
  }),
  conversion('toDouble', 'The text as a decimal number.', numberOrNull, [{ query: 'fields toDouble("1.25") * 2', gives: '2.5' }]),
]

// beyond 2^53 the digits stay text, which still counts as a number
function toLong(text: string): Value {
  if (/^[+-]?\d{16,19}$/.test(text) && !Number.isSafeInteger(Number(text))) {
    return BigInt.asIntN(64, BigInt(text)) === BigInt(text) ? BigInt(text).toString() : null
  }
  const number = numberOf(text)
  return Number.isNaN(number) ? null : Math.trunc(number)
}
