// AWS: CWL_QuerySyntax-operations-functions, "General functions"
import type { ScalarEntry, Value } from '../function-entry.ts'
import { optional, parameter, repeated, scalar } from './define.ts'
import { isTrue, looksNumeric, textOf } from './values/coercion.ts'
import { utf8Length } from '#lib/text/utf8.ts'

const field = parameter('field', 'any', 'a field or any expression')

/** AWS: "up to 10" conditions; a default behind them. */
const MOST_BRANCHES = 10

function firstTrue(args: readonly Value[]): Value {
  let at = 0
  for (; at + 1 < args.length; at += 2) if (isTrue(args[at] ?? null)) return args[at + 1] ?? null
  return args[at] ?? null
}

export const generalFunctions: readonly ScalarEntry[] = [
  scalar({
    name: 'ispresent',
    group: 'general',
    parameters: [field],
    gives: 'boolean',
    says: '1 where the event has the field, 0 where it has not.',
    examples: [{ query: 'fields ispresent(userId) | sort @timestamp asc', over: [{ userId: 'u-1' }, { guest: 1 }], gives: ['1', '0'] }],
    evaluate: ([value]) => value !== null && value !== undefined,
  }),
  scalar({
    name: 'coalesce',
    group: 'general',
    parameters: [field, repeated('other', 'any', 'taken where those before are missing')],
    gives: 'any',
    says: 'The first of the values that is there.',
    examples: [{ query: 'fields coalesce(nickname, name, "unknown")', over: [{ name: 'Ada' }], gives: ['Ada'] }],
    evaluate: (args) => args.find((value) => value !== null) ?? null,
  }),
  scalar({
    name: 'if',
    group: 'general',
    parameters: [
      parameter('condition', 'boolean', 'what to ask of the row'),
      parameter('then', 'any', 'given where it is true'),
      parameter('else', 'any', 'given where it is not'),
    ],
    gives: 'any',
    says: 'One of two values, by a condition.',
    examples: [{ query: 'fields if(status >= 500, "bad", "good")', over: [{ status: 503 }], gives: ['bad'] }],
    evaluate: ([condition = null, yes = null, no = null]) => (isTrue(condition) ? yes : no),
  }),
  scalar({
    name: 'case',
    group: 'general',
    parameters: [
      parameter('condition', 'boolean', 'what to ask of the row'),
      parameter('value', 'any', 'given where the condition before it is the first true one'),
      repeated('more', 'any', 'further conditions and values, at most ten; a last one alone is the default'),
    ],
    most: 2 * MOST_BRANCHES + 1,
    gives: 'any',
    says: 'The value behind the first condition that is true, else the default.',
    examples: [
      { query: 'fields case(ms < 100, "fast", ms < 1000, "slow", "stuck")', over: [{ ms: 250 }], gives: ['slow'] },
      { query: 'fields case(ms < 100, "fast")', over: [{ ms: 250 }], gives: [null] },
    ],
    evaluate: firstTrue,
  }),
  scalar({
    name: 'isNumeric',
    group: 'general',
    parameters: [field],
    gives: 'boolean',
    says: '1 where the value is a number or a text that looks like one.',
    examples: [
      { query: 'fields isNumeric("1.5")', gives: ['1'] },
      { query: 'fields isNumeric("12 ms")', gives: ['0'] },
    ],
    evaluate: ([value]) => typeof value === 'number' || (typeof value === 'string' && looksNumeric(value)),
  }),
  scalar({
    name: 'messageSize',
    group: 'general',
    parameters: [optional('field', 'any', 'the field to measure; `@message` as a rule')],
    gives: 'number',
    says: 'How many bytes the text takes in UTF-8.',
    examples: [{ query: 'fields messageSize("café")', gives: ['5'] }],
    evaluate: ([value]) => {
      const text = textOf(value)
      return text === null ? null : utf8Length(text)
    },
  }),
  scalar({
    name: 'unmask',
    group: 'general',
    parameters: [field],
    gives: 'any',
    says: 'The value as it was logged, where a data protection policy hides it.',
    examples: [{ query: 'fields unmask("card 4111")', gives: ['card 4111'] }],
    evaluate: ([value = null]) => value,
  }),
]
