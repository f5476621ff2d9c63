import { expect, it } from 'vitest'
import { NOW, startCloud } from './call.ts'

async function startGroup() {
  const cloud = startCloud()
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 's' })
  const put = (message: object, timestamp = NOW) =>
    cloud.call('PutLogEvents', { logGroupName: '/g', logStreamName: 's', logEvents: [{ timestamp, message: JSON.stringify(message) }] })
  const index = (document: unknown) => cloud.call('PutIndexPolicy', { logGroupIdentifier: '/g', policyDocument: JSON.stringify(document) })
  const indexes = async (...indexCategories: readonly string[]) => {
    const { body } = await cloud.call('DescribeFieldIndexes', { logGroupIdentifiers: ['/g'], indexCategories })
    return (body['fieldIndexes'] as { fieldIndexName: string; firstEventTime?: number; indexCategory: string; type: string }[]) ?? []
  }
  return { ...cloud, put, index, indexes }
}

it('indexes what arrives after a policy names the field, and says of when', async () => {
  const { put, index, indexes } = await startGroup()
  await put({ RequestId: 'a' }, NOW - 3000)
  await index({ Fields: ['RequestId'], FieldsV2: { Api: { type: 'FACET' } } })
  await put({ RequestId: 'b' }, NOW - 2000)
  await put({ RequestId: 'c' }, NOW - 1000)
  expect(await indexes('CUSTOM')).toMatchObject([
    { fieldIndexName: 'Api', type: 'FACET', indexCategory: 'CUSTOM' },
    { fieldIndexName: 'RequestId', type: 'FIELD_INDEX', firstEventTime: NOW - 2000, lastEventTime: NOW - 1000, lastScanTime: NOW },
  ])
  await index({ Fields: ['Api'] })
  await put({ RequestId: 'd' })
  expect(await indexes('INACTIVE')).toMatchObject([{ fieldIndexName: 'RequestId', lastEventTime: NOW - 1000 }])
  expect((await indexes('CUSTOM')).map(({ fieldIndexName }) => fieldIndexName)).toEqual(['Api'])
  expect((await indexes('DEFAULT')).map(({ fieldIndexName }) => fieldIndexName)).toContain('@logStream')
  expect(await indexes('AUTO')).toEqual([])
})

it('shows the policies of groups that have one, and takes them away', async () => {
  const { call, index } = await startGroup()
  const policies = async () => (await call('DescribeIndexPolicies', { logGroupIdentifiers: ['/g'] })).body['indexPolicies']
  expect(await policies()).toEqual([])
  const { body } = await index({ Fields: ['RequestId'] })
  const shown = {
    logGroupIdentifier: 'arn:aws:logs:eu-west-1:123456789012:log-group:/g',
    lastUpdateTime: NOW,
    policyDocument: '{"Fields":["RequestId"]}',
    source: 'LOG_GROUP',
  }
  expect(body['indexPolicy']).toEqual(shown)
  expect(await policies()).toEqual([shown])
  expect((await call('DeleteIndexPolicy', { logGroupIdentifier: '/g' })).status).toBe(200)
  expect(await policies()).toEqual([])
  expect((await call('DeleteIndexPolicy', { logGroupIdentifier: '/g' })).body['__type']).toBe('ResourceNotFoundException')
})

it.each([
  ['at least one field', {}],
  ['must be a JSON object', []],
  ['no member "fields"', { fields: ['a'] }],
  ['in "Fields" and in "FieldsV2"', { Fields: ['a'], FieldsV2: { a: { type: 'FACET' } } }],
  ['"type" of FIELD_INDEX or FACET', { FieldsV2: { a: { type: 'index' } } }],
  ['at most 20 fields, this one names 21', { Fields: Array.from({ length: 21 }, (_, at) => `f${at}`) }],
  ['1 to 100 characters', { Fields: ['x'.repeat(101)] }],
])('refuses a policy: %s', async (says, document) => {
  const { index } = await startGroup()
  expect((await index(document)).body).toMatchObject({ __type: 'InvalidParameterException', message: expect.stringContaining(says) })
})

it('twenty fields and those indexed by default are taken, and only in the Standard class', async () => {
  const { call, index } = await startGroup()
  expect((await index({ Fields: ['@logStream', ...Array.from({ length: 20 }, (_, at) => `f${at}`)] })).status).toBe(200)
  await call('CreateLogGroup', { logGroupName: '/rare', logGroupClass: 'INFREQUENT_ACCESS' })
  const answer = await call('PutIndexPolicy', { logGroupIdentifier: '/rare', policyDocument: '{"Fields":["a"]}' })
  expect(answer.body['__type']).toBe('InvalidParameterException')
})
