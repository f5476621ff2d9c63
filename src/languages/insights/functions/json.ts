// AWS: CWL_QuerySyntax-operations-functions, "JSON functions"
import type { ScalarEntry, Value, ValueList } from '../function-entry.ts'
import { parameter, scalar } from './define.ts'
import { areEqual, textOf } from './values/coercion.ts'
import { jsonText, parseJsonValue } from './values/json-value.ts'

const array = parameter('array', 'string', 'a JSON array as text, or a list')

function listOf(value: Value | undefined): ValueList | undefined {
  if (value !== null && typeof value === 'object' && value.kind === 'list') return value
  const text = textOf(value)
  if (text === null || !/^\s*\[/.test(text)) return undefined
  const parsed = parseJsonValue(text)
  return parsed !== null && typeof parsed === 'object' && parsed.kind === 'list' ? parsed : undefined
}

// case sensitive, and "1" is not 1 unless both look like numbers
const holds = (list: ValueList | undefined, wanted: Value): boolean => list?.items.some((item) => areEqual(item, wanted)) ?? false

export const jsonFunctions: readonly ScalarEntry[] = [
  scalar({
    name: 'jsonParse',
    group: 'json',
    parameters: [parameter('text', 'string', 'a text that holds JSON')],
    gives: 'map',
    says: 'The JSON in a text as a map or a list; reach into it with `m.key` and `l[0]`.',
    examples: [
      {
        query: 'fields jsonParse(@message) as m | display m.users[1].name',
        over: [{ users: [{ name: 'Ada' }, { name: 'Bo' }] }],
        gives: ['Bo'],
      },
    ],
    evaluate: ([value = null]) => {
      if (value !== null && typeof value === 'object') return value
      const parsed = parseJsonValue(textOf(value) ?? '')
      return parsed !== undefined && parsed !== null && typeof parsed === 'object' ? parsed : null
    },
  }),
  scalar({
    name: 'jsonStringify',
    group: 'json',
    parameters: [parameter('value', 'map', 'a map or a list')],
    gives: 'string',
    says: 'A map or a list as JSON text.',
    examples: [{ query: 'fields jsonStringify(jsonParse("{\\"k\\": [1, 2]}"))', gives: ['{"k":[1,2]}'] }],
    evaluate: ([value = null]) => (value === null ? null : jsonText(value)),
  }),
  scalar({
    name: 'jsonArraySize',
    group: 'json',
    parameters: [array],
    gives: 'number',
    says: 'How many elements the array has.',
    examples: [{ query: 'fields jsonArraySize("[\\"a\\", \\"b\\"]")', gives: ['2'] }],
    evaluate: ([value]) => listOf(value)?.items.length ?? null,
  }),
  scalar({
    name: 'jsonArrayContains',
    group: 'json',
    parameters: [array, parameter('value', 'any', 'the element to look for')],
    gives: 'boolean',
    says: '1 where the array has that element, else 0; capitals count.',
    examples: [
      { query: 'fields jsonArrayContains("[\\"admin\\"]", "admin")', gives: ['1'] },
      { query: 'fields jsonArrayContains("plain", "admin")', gives: ['0'] },
    ],
    evaluate: ([value, wanted = null]) => holds(listOf(value), wanted),
  }),
]
