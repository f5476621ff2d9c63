import * as sdk from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { startCloud } from './call.ts'

const operations = Object.keys(sdk)
  .filter((name) => /^[A-Z]\w+Command$/.test(name))
  .map((name) => name.slice(0, -'Command'.length))

test('every operation of the official client is played or said not to be', async () => {
  const { call } = startCloud()
  const unknown: string[] = []
  for (const operation of operations) {
    const { body } = await call(operation, {})
    if (body['__type'] === 'UnknownOperationException') unknown.push(operation)
  }
  expect(operations.length).toBeGreaterThan(100)
  expect(unknown).toEqual([])
})

test('an operation that nobody has is unknown', async () => {
  expect((await startCloud().call('FlyToTheMoon', {})).body['__type']).toBe('UnknownOperationException')
})
