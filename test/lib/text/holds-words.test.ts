import { expect, it } from 'vitest'
import { holdsWords } from '#lib/text/holds-words.ts'

it.each([
  ['AWS/Lambda Errors FunctionName = orders-api', 'orders-api errors', true],
  ['AWS/Lambda Errors FunctionName = orders-api', 'orders-api throttles', false],
  ['/aws/lambda/load', 'LAMBDA', true],
  ['anything', '  ', true],
  ['', '', true],
])('%j searched for %j: %s', (text, search, holds) => expect(holdsWords(text, search)).toBe(holds))
