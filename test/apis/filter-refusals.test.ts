import { expect, it } from 'vitest'
import { startCloud } from './call.ts'

const character = (term: string) => `Invalid character(s) in term '${term}'`
const wildcards = 'Your input has exceeded the maximum of 3 JSON wildcard selectors allowed per filter pattern.'
const wildcardsInOne = 'Your filter pattern has a JSON path selector that exceeds the maximum of 1 wildcard allowed per json selector.'
const regexes = 'Your input has exceeded the maximum of 2 regular expressions per filter pattern.'

/** What TestMetricFilter and PutMetricFilter say, and FilterLogEvents where that differs: specs/cloudwatch-logs.md 1.6. */
const recorded: readonly (readonly [pattern: string, text: string, inSearch?: string])[] = [
  ...['{ $.v EXISTS }', '{ $.v == 1 }', '{ $.v = null }', '{ $.v > 0 AND $.v < 2 }', '{ $.broken = }', '[kind = SPACE, value]'].map(
    (pattern) => [pattern, 'Invalid metric filter pattern', 'Invalid filter pattern'] as const,
  ),
  ['{ $.v IS NOT NULL }', character('NOT'), 'Invalid filter pattern'],
  ['ERR*', character('*')],
  ['"ERROR', character('"ERROR')],
  ['{ !($.v = 1) }', character('!(')],
  ['{ "v": [1] }', character(':')],
  ['{ $.v > "Alpha" }', character('"Alpha"')],
  ['%^(ERROR|WARN)%', character('%^(')],
  ['%hello!%', character('%hello!')],
  ['%café%', character('%café')],
  ['%ERROR(?= 500)%', character('%ERROR(')],
  ['{ $.v = %(Alpha|Beta)% }', character('%(')],
  ['{ $..value = "hit" }', character('$..')],
  ['{ $.arr[-1] = "hit" }', character('[-')],
  ['{ $.arr[0:2] = "hit" }', character('[0:')],
  ['%[abc%', 'Failed to compile regular expression.'],
  ['{ $.items[*].* = 1 }', wildcardsInOne],
  ['{ $.a[*] = 1 || $.b.* = 1 || $.* = 1 || $.c[*][0] = 1 }', wildcards],
  ['{ $.v = %a% || $.v = %b% || $.v = %c% }', regexes],
  ['[a = %a%, b = %b%, c = %c%]', regexes],
  ['[..., status, ...]', "Duplicate field '...'"],
  ['[word, word]', "Duplicate field 'word'"],
]

const cases = recorded.map(([pattern, text, inSearch = text]) => [pattern, text, inSearch] as const)

it.each(cases)('%s is refused in the recorded words', async (filterPattern, text, inSearch) => {
  const cloud = startCloud()
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  const metricTransformations = [{ metricName: 'm', metricNamespace: 'n', metricValue: '1' }]
  const answers = [
    await cloud.call('TestMetricFilter', { filterPattern, logEventMessages: ['x'] }),
    await cloud.call('PutMetricFilter', { logGroupName: '/g', filterName: 'f', filterPattern, metricTransformations }),
    await cloud.call('FilterLogEvents', { logGroupName: '/g', filterPattern }),
  ]
  const refusal = (message: string) => ({ __type: 'InvalidParameterException', message })
  expect(answers.map(({ body }) => body)).toEqual([refusal(text), refusal(text), refusal(inSearch)])
})
