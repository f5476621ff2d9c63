import { expect, it } from 'vitest'
import type { BackendOptions } from '#backend/backend.ts'
import { NOW, startCloud } from './call.ts'
import { frameReader } from './event-frames.ts'

const ARN = 'arn:aws:logs:eu-west-1:123456789012:log-group:/g'

/** Pauses that end when the test lets the time pass. */
function heldPauses() {
  const waiting = new Set<() => void>()
  const pause: NonNullable<BackendOptions['pause']> = (_, stop) =>
    new Promise((resolve) => {
      const go = (): void => {
        waiting.delete(go)
        resolve()
      }
      waiting.add(go)
      stop.addEventListener('abort', go)
    })
  return { pause, waiting }
}

async function startTail(input: object = {}) {
  const pauses = heldPauses()
  const cloud = startCloud({ pause: pauses.pause })
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  for (const logStreamName of ['a1', 'a2', 'b1']) await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName })
  const put = (messages: readonly string[], logStreamName = 'a1') =>
    cloud.call('PutLogEvents', {
      logGroupName: '/g',
      logStreamName,
      logEvents: messages.map((message) => ({ timestamp: cloud.clock.now(), message })),
    })
  const body = JSON.stringify({ logGroupIdentifiers: [ARN], ...input })
  const headers = { 'x-amz-target': 'Logs_20140328.StartLiveTail', 'content-type': 'application/x-amz-json-1.1' }
  const response = await cloud.backend.fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body }))
  if (response.body === null) throw new Error('no body')
  const frames = frameReader(response.body)
  const pass = (millis: number): void => {
    cloud.clock.advance(millis)
    for (const go of pauses.waiting) go()
  }
  /** What a second later comes. */
  const update = async (millis = 1000) => {
    const coming = frames.next()
    while (pauses.waiting.size === 0) await new Promise((resolve) => setImmediate(resolve))
    pass(millis)
    return coming
  }
  const messages = async () => {
    const results = (await update())?.payload['sessionResults'] as readonly { readonly message: string }[]
    return results.map(({ message }) => message)
  }
  return { ...cloud, put, response, frames, update, messages, pass, waiting: pauses.waiting }
}

it('begins with the frame of every stream, byte by byte, and says what it follows', async () => {
  const { response, frames } = await startTail({ logStreamNamePrefixes: ['a'], logEventFilterPattern: 'ERROR' })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/vnd.amazon.eventstream'])
  expect((await frames.raw())?.toString('hex')).toBe(
    [
      '0000006800000056',
      '4e681724',
      '0d3a6d6573736167652d747970650700056576656e74',
      '0b3a6576656e742d74797065070010696e697469616c2d726573706f6e7365',
      '0d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e',
      '7b7d',
      'fe942c1d',
    ].join(''),
  )
  const start = await frames.next()
  expect(start?.headers).toEqual({ ':message-type': 'event', ':event-type': 'sessionStart', ':content-type': 'application/json' })
  expect(start?.payload).toMatchObject({ logGroupIdentifiers: [ARN], logStreamNamePrefixes: ['a'], logEventFilterPattern: 'ERROR' })
  expect(start?.payload['sessionId']).toMatch(/^[0-9a-f-]{36}$/)
  await frames.cancel()
})

it('tells once a second what arrived, nothing where nothing did, and leaves when it is cancelled', async () => {
  const { put, frames, update, messages, waiting, call } = await startTail()
  await frames.next()
  await frames.next()
  const idle = await update()
  expect(idle?.headers[':event-type']).toBe('sessionUpdate')
  expect(idle?.payload).toEqual({ sessionMetadata: { sampled: false }, sessionResults: [] })
  await put(['one'])
  await put(['two'], 'b1')
  const { payload } = (await update()) ?? {}
  const event = { logGroupIdentifier: ARN, timestamp: NOW + 1000, ingestionTime: NOW + 1000 }
  expect(payload?.['sessionResults']).toEqual([
    { ...event, logStreamName: 'a1', message: 'one' },
    { ...event, logStreamName: 'b1', message: 'two' },
  ])
  expect(await messages()).toEqual([])
  const coming = frames.next()
  await frames.cancel()
  expect(await coming).toBe(undefined)
  expect(waiting.size).toBe(0)
  expect((await call('DescribeLogGroups', {})).status).toBe(200)
})

it('a second is the account’s: a wait that ends early tells nothing, a leap is one update', async () => {
  const { put, frames, pass, update, waiting } = await startTail()
  await frames.next()
  await frames.next()
  await put(['x'])
  const coming = frames.next()
  while (waiting.size === 0) await new Promise((resolve) => setImmediate(resolve))
  pass(400)
  while (waiting.size === 0) await new Promise((resolve) => setImmediate(resolve))
  pass(600)
  expect((await coming)?.payload['sessionResults']).toHaveLength(1)
  expect((await update(60_000))?.payload['sessionResults']).toEqual([])
  expect((await update(1000))?.headers[':event-type']).toBe('sessionUpdate')
  await frames.cancel()
})

it.each([
  [{}, ['ERROR 1', 'INFO 2', 'ERROR 3', 'ERROR 4']],
  [{ logEventFilterPattern: '%ERROR [13]%' }, ['ERROR 1', 'ERROR 3']],
  [{ logStreamNames: ['a2', 'b1'] }, ['ERROR 3', 'ERROR 4']],
  [{ logStreamNamePrefixes: ['b'] }, ['ERROR 4']],
])('follows what was asked for: %j', async (input, expected) => {
  const { put, frames, messages } = await startTail(input)
  await frames.next()
  await frames.next()
  await put(['ERROR 1', 'INFO 2'])
  await put(['ERROR 3'], 'a2')
  await put(['ERROR 4'], 'b1')
  expect(await messages()).toEqual(expected)
  await frames.cancel()
})

it('samples five hundred of more, evenly, and says so', async () => {
  const { put, frames, update } = await startTail()
  await frames.next()
  await frames.next()
  await put(Array.from({ length: 1000 }, (_, at) => String(at)))
  const { payload } = (await update()) ?? {}
  const results = payload?.['sessionResults'] as readonly { readonly message: string }[]
  expect(payload?.['sessionMetadata']).toEqual({ sampled: true })
  expect([results.length, results[0]?.message, results[1]?.message, results.at(-1)?.message]).toEqual([500, '0', '2', '998'])
  await frames.cancel()
})

it('ends after three hours with the exception of the model', async () => {
  const { frames, update } = await startTail()
  await frames.next()
  await frames.next()
  expect((await update(3 * 3_600_000))?.headers).toMatchObject({
    ':message-type': 'exception',
    ':exception-type': 'SessionTimeoutException',
  })
  expect(await frames.next()).toBe(undefined)
})

it.each([
  [{ logGroupIdentifiers: [] }, 'greater than or equal to 1'],
  [{ logGroupIdentifiers: Array.from({ length: 11 }, () => ARN) }, 'less than or equal to 10'],
  [{ logGroupIdentifiers: ['/g'] }, 'must be a log group ARN'],
  [{ logGroupIdentifiers: [`${ARN}:*`] }, 'must satisfy regular expression pattern'],
  [{ logGroupIdentifiers: [`${ARN}x`] }, 'The specified log group does not exist.'],
  [{ logStreamNames: ['a'], logStreamNamePrefixes: ['b'] }, 'mutually exclusive'],
  [{ logStreamNames: ['a'], logGroupIdentifiers: [ARN, ARN] }, 'only with one log group'],
  [{ logEventFilterPattern: 'ERR*' }, "Invalid character(s) in term '*'"],
])('refuses %j', async (input, says) => {
  const cloud = startCloud()
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  const { status, body } = await cloud.call('StartLiveTail', { logGroupIdentifiers: [ARN], ...input })
  expect([status, body['message']]).toEqual([400, expect.stringContaining(says)])
})
