import * as sdk from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { cloudwatch } from '#apis/cloudwatch/service.ts'
import { startCloudWatch } from './call-cloudwatch.ts'

const operations = Object.keys(sdk)
  .filter((name) => /^[A-Z]\w+Command$/.test(name))
  .map((name) => name.slice(0, -'Command'.length))
  .sort()

test('every operation of the official client is played or known by name, and none is both', () => {
  expect([...cloudwatch.operations.keys(), ...cloudwatch.unsimulated].sort()).toEqual(operations)
})

test('one that is not played says so by name, one that nobody has is unknown', async () => {
  const { json } = startCloudWatch()
  const dashboard = await json('PutDashboard', {})
  expect([dashboard.status, String(dashboard.body['message'])]).toEqual([501, expect.stringContaining('PutDashboard')])
  expect((await json('FlyToTheMoon', {})).body['__type']).toBe('com.amazonaws.cloudwatch#UnknownOperationException')
})
