import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { NOW, startCloud } from './call.ts'

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:forwarder'

/** A group, and a function that could be sent its events. */
async function startGroup() {
  const cloud = startCloud()
  for (const logGroupName of ['/g', '/aws/lambda/forwarder']) await cloud.call('CreateLogGroup', { logGroupName })
  for (const logStreamName of ['s', 't']) await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName })
  const put = (messages: readonly string[], logStreamName = 's') =>
    cloud.call('PutLogEvents', { logGroupName: '/g', logStreamName, logEvents: messages.map((message) => ({ timestamp: NOW, message })) })
  const subscribe = (filterName: string, input: object = {}) =>
    cloud.call('PutSubscriptionFilter', { logGroupName: '/g', filterName, filterPattern: '', destinationArn: FUNCTION, ...input })
  const sent = async (filter: string) => {
    const body = JSON.stringify({ account: '123456789012', group: '/g', filter })
    const response = await cloud.backend.fetch(new Request('http://x/_watchkeeper/deliveries', { method: 'POST', body }))
    return (await response.json()) as {
      total: number
      deliveries: { envelope: { logStream: string; logEvents: object[] }; data: string }[]
    }
  }
  const described = async () => (await cloud.call('DescribeSubscriptionFilters', { logGroupName: '/g' })).body['subscriptionFilters']
  return { ...cloud, put, subscribe, sent, described }
}

it('sends what matches of a batch in one envelope, packed as AWS does, from then on', async () => {
  const { call, put, subscribe, sent } = await startGroup()
  await put(['ERROR before'])
  await subscribe('errors', { filterPattern: 'ERROR' })
  await put(['ERROR 1', 'INFO 2', 'ERROR 3'])
  await put(['INFO 4'])
  await put(['ERROR 5'], 't')
  const { total, deliveries } = await sent('errors')
  expect(total).toBe(2)
  expect(deliveries.map(({ envelope }) => [envelope.logStream, envelope.logEvents.length])).toEqual([
    ['s', 2],
    ['t', 1],
  ])
  const [first] = deliveries
  const unpacked = JSON.parse(gunzipSync(Buffer.from(first?.data ?? '', 'base64')).toString())
  const events = (await call('FilterLogEvents', { logGroupName: '/g', filterPattern: 'ERROR' })).body['events'] as { eventId: string }[]
  expect(unpacked).toEqual({
    messageType: 'DATA_MESSAGE',
    owner: '123456789012',
    logGroup: '/g',
    logStream: 's',
    subscriptionFilters: ['errors'],
    logEvents: [
      { id: events[1]?.eventId, timestamp: NOW, message: 'ERROR 1' },
      { id: events[2]?.eventId, timestamp: NOW, message: 'ERROR 3' },
    ],
  })
})

it('two filters send the same event under one id, and the fields they were asked for', async () => {
  const { put, subscribe, sent } = await startGroup()
  await subscribe('a', { filterPattern: '[level, text]', emitSystemFields: ['@aws.region', '@aws.account', '@aws.region'] })
  await subscribe('b', { filterPattern: '', emitSystemFields: ['@aws.account'] })
  await put(['ERROR x y'])
  const [a, b] = [await sent('a'), await sent('b')]
  const system = { '@aws.account': '123456789012', '@aws.region': 'eu-west-1' }
  expect(a.deliveries[0]?.envelope.logEvents).toMatchObject([{ extractedFields: { level: 'ERROR', text: 'x y', ...system } }])
  expect(b.deliveries[0]?.envelope.logEvents).toMatchObject([{ extractedFields: { '@aws.account': '123456789012' } }])
  expect(Object(a.deliveries[0]?.envelope.logEvents[0]).id).toBe(Object(b.deliveries[0]?.envelope.logEvents[0]).id)
})

it('sends nothing to whom the selection leaves out', async () => {
  const { put, subscribe, sent } = await startGroup()
  await subscribe('here', { fieldSelectionCriteria: `@aws.region in ("eu-west-1", 'x') and (@aws.account != "1")` })
  await subscribe('there', { fieldSelectionCriteria: '@aws.region NOT IN ("eu-west-1") OR @aws.account = "1"' })
  await put(['x'])
  expect([(await sent('here')).total, (await sent('there')).total]).toEqual([1, 0])
})

it('lists filters by name as AWS does; a replacement keeps the time of creation, a refused one changes nothing', async () => {
  const { clock, subscribe, described } = await startGroup()
  await subscribe('b', { emitSystemFields: ['@source.log', '@aws.account', '@aws.account'] })
  await subscribe('a')
  clock.advance(5000)
  await subscribe('b', { filterPattern: 'x', distribution: 'Random' })
  expect((await subscribe('b', { filterPattern: '"' })).body['__type']).toBe('InvalidParameterException')
  const plain = { logGroupName: '/g', destinationArn: FUNCTION, applyOnTransformedLogs: false, creationTime: NOW }
  expect(await described()).toEqual([
    { ...plain, filterName: 'a', filterPattern: '', distribution: 'ByLogStream' },
    { ...plain, filterName: 'b', filterPattern: 'x', distribution: 'Random' },
  ])
})

it('a group has five filters, and forgets them when they or it go', async () => {
  const { call, subscribe, described } = await startGroup()
  for (const name of ['1', '2', '3', '4', '5', '5']) expect((await subscribe(name)).status).toBe(200)
  expect((await subscribe('6')).body).toEqual({ __type: 'LimitExceededException', message: 'Resource limit exceeded.' })
  const remove = () => call('DeleteSubscriptionFilter', { logGroupName: '/g', filterName: '5' })
  expect((await remove()).status).toBe(200)
  expect((await remove()).body['message']).toBe('The specified subscription filter does not exist.')
  await call('DeleteLogGroup', { logGroupName: '/g' })
  await call('CreateLogGroup', { logGroupName: '/g' })
  expect(await described()).toEqual([])
})

const lambda = 'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.'
const stream = (kind: string) =>
  `Could not deliver test message to specified ${kind} stream. Check if the given ${kind} stream is in ACTIVE state.`
const role = { roleArn: 'arn:aws:iam::123456789012:role/r' }

it.each([
  [lambda, { destinationArn: FUNCTION.replace('forwarder', 'missing') }],
  ['destinationArn for vendor lambda cannot be used with roleArn', role],
  ['Cross-account lambda invocation passing is not allowed.', { destinationArn: FUNCTION.replace('123456789012', '111122223333') }],
  [
    'destinationArn for vendor kinesis cannot be used without roleArn',
    { destinationArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/s' },
  ],
  [stream('Kinesis'), { destinationArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/s', ...role }],
  [stream('Firehose'), { destinationArn: 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/s', ...role }],
  [
    "1 validation error detected: Value at 'distribution' failed to satisfy constraint: Member must satisfy enum value set: [Random, ByLogStream]",
    { distribution: 'Other' },
  ],
  ['The provided field selection criteria is invalid', { fieldSelectionCriteria: '@aws.region IN ["x"]' }],
  ['The provided field selection criteria is invalid', { fieldSelectionCriteria: '@source.log = "x"' }],
  ['The provided field selection criteria is invalid', { fieldSelectionCriteria: '('.repeat(1990) }],
  [
    'The provided system fields are invalid. The supported system fields are - [@aws.region, @aws.account, @source.log]',
    { emitSystemFields: ['x'] },
  ],
  ["Invalid character(s) in term '*'", { filterPattern: 'ERR*' }],
])('refuses: %s', async (message, input) => {
  const { subscribe, described } = await startGroup()
  expect((await subscribe('f', input)).body['message']).toBe(message)
  expect(await described()).toEqual([])
})

it('metric and subscription filters share the quota of regular expressions', async () => {
  const { call, subscribe } = await startGroup()
  for (const name of ['1', '2', '3', '4']) await subscribe(name, { filterPattern: '%a+%' })
  const metricTransformations = [{ metricName: 'M', metricNamespace: 'N', metricValue: '1' }]
  const filter = (filterName: string) =>
    call('PutMetricFilter', { logGroupName: '/g', filterName, filterPattern: '%b+%', metricTransformations })
  expect([(await filter('x')).status, (await filter('y')).body['message']]).toEqual([200, 'Resource limit exceeded.'])
})

it('the findings of an audit go to the group that the policy names', async () => {
  const { call, put } = await startGroup()
  const DataIdentifier = ['arn:aws:dataprotection::aws:data-identifier/EmailAddress']
  const Audit = { FindingsDestination: { CloudWatchLogs: { LogGroup: '/aws/lambda/forwarder' } } }
  const Statement = [
    { DataIdentifier, Operation: { Audit } },
    { DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
  ]
  const policyDocument = JSON.stringify({ Name: 'p', Version: '2021-06-01', Statement })
  await call('PutDataProtectionPolicy', { logGroupIdentifier: '/g', policyDocument })
  await put(['from a@x.org', 'nothing'])
  const { events } = (await call('FilterLogEvents', { logGroupName: '/aws/lambda/forwarder' })).body as { events: { message: string }[] }
  expect(events.map(({ message }) => JSON.parse(message))).toEqual([
    {
      auditTimestamp: '2026-11-24T12:00:00Z',
      resourceArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:/g:*',
      dataIdentifiers: [{ name: 'EmailAddress', count: 1, detections: [{ start: 5, end: 12 }] }],
    },
  ])
})
