import { decode } from 'cborg'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LARGEST_BODY } from '#backend/wire/request-body.ts'
import { startCloud } from './call.ts'

const ask = (path: string, init: RequestInit) =>
  startCloud().backend.fetch(new Request(`http://127.0.0.1${path}`, { method: 'POST', ...init }))

describe('requests nobody can answer', () => {
  it('an unknown operation has a type and no message', async () => {
    const { status, body } = await startCloud().call('NoSuchThing', {})
    expect([status, body]).toEqual([400, { __type: 'UnknownOperationException' }])
  })

  it('a body that is no JSON is a SerializationException', async () => {
    const { status, body } = await startCloud().call('DescribeLogGroups', '{"x')
    expect([status, body['__type']]).toEqual([400, 'com.amazon.coral.service#SerializationException'])
  })

  it('an operation of the model that is not played says so, with 501', async () => {
    const { status, body } = await startCloud().call('CreateDelivery', {})
    expect([status, body['__type']]).toEqual([501, 'NotImplemented'])
    expect(body['message']).toContain('CreateDelivery')
  })

  it('every operation of the installed model is played or known', async () => {
    const model = readFileSync('node_modules/@aws-sdk/client-cloudwatch-logs/dist-types/CloudWatchLogsClient.d.ts', 'utf8')
    const names = new Set([...model.matchAll(/\b(\w+)CommandInput\b/g)].map(([, name]) => name ?? ''))
    expect(names.size).toBeGreaterThan(100)
    const cloud = startCloud()
    for (const name of names) expect([name, (await cloud.call(name, {})).body['__type']]).not.toEqual([name, 'UnknownOperationException'])
  })

  it('another AWS service is refused in its own protocol', async () => {
    const query = await ask('/', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=ListTopics&Version=2010-03-31',
    })
    expect(query.status).toBe(501)
    expect(await query.text()).toMatch(/<ErrorResponse.*<Type>Receiver<\/Type><Code>NotImplemented<\/Code>.*<\/Error><RequestId>/)
    const json = await ask('/', { headers: { 'x-amz-target': 'AmazonSQS.ListQueues' }, body: '{}' })
    expect(await json.json()).toEqual({
      __type: 'NotImplemented',
      message: 'the operation ListQueues of SQS is not simulated; these services are: CloudWatch Logs, CloudWatch, STS',
    })
    expect(json.status).toBe(501)
    const cbor = await ask('/service/GraniteServiceVersion20100801/operation/PutCompositeAlarm', {
      headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
      body: new Uint8Array([0xa0]),
    })
    expect([cbor.status, cbor.headers.get('smithy-protocol')]).toEqual([501, 'rpc-v2-cbor'])
    expect(decode(new Uint8Array(await cbor.arrayBuffer()))).toMatchObject({
      __type: 'com.amazonaws.cloudwatch#NotImplemented',
    })
  })

  it('what is no AWS request at all is not found', async () => expect((await ask('/', { body: 'hello' })).status).toBe(404))
})

describe('around a request', () => {
  it('a packed body is unpacked', async () => {
    const stream = new Blob(['{"logGroupName":"/zipped"}']).stream().pipeThrough(new CompressionStream('gzip'))
    const body = await new Response(stream).arrayBuffer()
    const response = await ask('/', { headers: { 'x-amz-target': 'Logs_20140328.CreateLogGroup', 'content-encoding': 'gzip' }, body })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('an unknown coding is refused', async () => {
    const response = await ask('/', {
      headers: { 'x-amz-target': 'Logs_20140328.DescribeLogGroups', 'content-encoding': 'br' },
      body: '{}',
    })
    expect(response.status).toBe(415)
  })

  it('a client that names a coding of its own before gzip is unpacked too', async () => {
    const body = gzipSync('{"logGroupName":"/zipped"}')
    const response = await ask('/', { headers: { 'x-amz-target': 'Logs_20140328.CreateLogGroup', 'content-encoding': 'x, gzip' }, body })
    expect(response.status).toBe(200)
  })

  it('a body that only claims to be packed is no body', async () => {
    const response = await ask('/', {
      headers: { 'x-amz-target': 'Logs_20140328.DescribeLogGroups', 'content-encoding': 'gzip' },
      body: '{}',
    })
    expect([response.status, (await response.json()).__type]).toEqual([400, 'SerializationException'])
  })

  it.each([
    ['application/x-amz-json-1.1; charset=utf-8', 'application/x-amz-json-1.1; charset=utf-8'],
    ['text/html', 'application/x-amz-json-1.1'],
  ])('a question in %s is answered in %s', async (asked, answered) => {
    const headers = { 'x-amz-target': 'Logs_20140328.DescribeLogGroups', 'content-type': asked }
    expect((await ask('/', { headers, body: '{}' })).headers.get('content-type')).toBe(answered)
  })

  it('a body above the limit is refused in the protocol', async () => {
    const response = await ask('/', { headers: { 'x-amz-target': 'Logs_20140328.PutLogEvents' }, body: 'x'.repeat(LARGEST_BODY + 1) })
    expect([response.status, (await response.json()).__type]).toEqual([413, 'RequestEntityTooLargeException'])
  })

  it('every answer has a request id of its own and a date', async () => {
    const cloud = startCloud()
    const answers = [await cloud.call('DescribeLogGroups', {}), await cloud.call('Nope', {})]
    const ids = answers.map(({ headers }) => headers.get('x-amzn-requestid'))
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(answers[0]?.headers.get('date')).toBe('Tue, 24 Nov 2026 12:00:00 GMT')
  })

  it('the same requests get the same ids', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await startCloud().call('DescribeLogGroups', {})).headers.get('x-amzn-requestid')),
    )
    expect(ids[0]).toBe(ids[1])
  })

  it('an access key of twelve digits is an account, and accounts share nothing', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/mine' }, '111122223333')
    expect((await cloud.call('DescribeLogGroups', {}, '111122223333')).body).toMatchObject({
      logGroups: [{ arn: 'arn:aws:logs:eu-west-1:111122223333:log-group:/mine:*' }],
    })
    expect((await cloud.call('DescribeLogGroups', {}, 'AKIAIOSFODNN7EXAMPLE')).body).toEqual({ logGroups: [] })
  })

  it('STS says who one is', async () => {
    const response = await ask('/', {
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    })
    expect(await response.text()).toContain('<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/learner</Arn>')
  })
})

describe('constraints', () => {
  it.each([
    [
      'PutLogEvents',
      { logGroupName: '/g', logStreamName: 's' },
      "Value at 'logEvents' failed to satisfy constraint: Member must not be null",
    ],
    [
      'CreateLogGroup',
      { logGroupName: 'a b' },
      "Value at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
    ],
    [
      'DescribeLogGroups',
      { limit: 51 },
      "Value '51' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50",
    ],
    [
      'DescribeLogGroups',
      { limit: 0 },
      "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'TestMetricFilter',
      { filterPattern: '', logEventMessages: [] },
      "Value at 'logEventMessages' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [
      'DescribeQueries',
      { status: 'Done' },
      "Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Scheduled, Running, Complete, Failed, Cancelled, Timeout, Unknown]",
    ],
  ])('%s %j', async (operation, input, text) => {
    const { status, body } = await startCloud().call(operation, input)
    expect([status, body]).toEqual([400, { __type: 'InvalidParameterException', message: `1 validation error detected: ${text}` }])
  })

  it('several are counted', async () => {
    const { body } = await startCloud().call('CreateLogStream', {})
    expect(body['message']).toMatch(/^2 validation errors detected: Value at 'logGroupName' .*; Value at 'logStreamName' /)
  })

  it('a name that is too long has a text of its own', async () => {
    const { body } = await startCloud().call('CreateLogStream', { logGroupName: '/g', logStreamName: 's'.repeat(513) })
    expect(body['message']).toBe('Invalid LogGroup or LogStream, both must have length less than or equal to 512.')
  })

  it('null is absent', async () => expect((await startCloud().call('DescribeLogGroups', { limit: null })).status).toBe(200))
})

describe('PutLogEvents', () => {
  it('counts bytes of UTF-8 and 26 an event', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/g' })
    await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 's' })
    const put = (...messages: readonly string[]) =>
      cloud.call('PutLogEvents', {
        logGroupName: '/g',
        logStreamName: 's',
        logEvents: messages.map((message) => ({ timestamp: cloud.clock.now(), message })),
      })
    expect((await put('ä'.repeat(524_275))).status).toBe(200)
    expect((await put('ä'.repeat(524_276))).body['message']).toBe('Log event too large: 1048578 bytes exceeds limit of 1048576')
    expect((await put('a'.repeat(600_000), 'b'.repeat(600_000))).body['message']).toBe(
      'Upload too large: 1200052 bytes exceeds limit of 1048576',
    )
  })
})
