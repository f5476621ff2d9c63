import { expect, it } from 'vitest'
import { startCloud, withLetters } from './call.ts'

it('a group shows its key and its protection, which holds for its streams too until it is lifted', async () => {
  const cloud = startCloud()
  await cloud.call('CreateLogGroup', { logGroupName: '/g', kmsKeyId: 'arn:aws:kms:x', deletionProtectionEnabled: true })
  await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 's' })
  const shown = async () => (await cloud.call('DescribeLogGroups', {})).body['logGroups']
  expect(await shown()).toMatchObject([{ kmsKeyId: 'arn:aws:kms:x', deletionProtectionEnabled: true }])
  expect((await cloud.call('DeleteLogGroup', { logGroupName: '/g' })).body['__type']).toBe('ValidationException')
  const stream = { logGroupName: '/g', logStreamName: 's' }
  expect((await cloud.call('DeleteLogStream', stream)).body['__type']).toBe('ValidationException')
  const logGroupIdentifier = 'arn:aws:logs:eu-west-1:123456789012:log-group:/g'
  await cloud.call('PutLogGroupDeletionProtection', { logGroupIdentifier, deletionProtectionEnabled: false })
  expect(await shown()).toMatchObject([{ kmsKeyId: 'arn:aws:kms:x', deletionProtectionEnabled: false }])
  expect((await cloud.call('DeleteLogGroup', { logGroupName: '/g' })).status).toBe(200)
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  expect(JSON.stringify(await shown())).not.toContain('kms')
})

it('a resource holds fifty tags', async () => {
  const cloud = startCloud()
  await withLetters(cloud, 'a')
  const tags = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, 'v']))
  const resourceArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:/g'
  expect((await cloud.call('TagResource', { resourceArn, tags })).status).toBe(200)
  expect((await cloud.call('TagResource', { resourceArn, tags: { k0: 'w' } })).status).toBe(200)
  expect((await cloud.call('TagLogGroup', { logGroupName: '/g', tags: { more: 'v' } })).body['__type']).toBe('TooManyTagsException')
  expect((await cloud.call('ListTagsForResource', { resourceArn })).body['tags']).toEqual({ ...tags, k0: 'w' })
})

it('a name that begins with aws/ is taken by AWS, /aws/ is not', async () => {
  const cloud = startCloud()
  expect((await cloud.call('CreateLogGroup', { logGroupName: 'aws/mine' })).body['__type']).toBe('InvalidParameterException')
  expect((await cloud.call('CreateLogGroup', { logGroupName: '/aws/mine' })).status).toBe(200)
})
