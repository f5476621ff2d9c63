import { describe, expect, it } from 'vitest'
import { messagesOf, NOW, startCloud, withLetters } from './call.ts'

const stream = { logGroupName: '/g', logStreamName: 's' }

describe('GetLogEvents', () => {
  it('gives the last events, ascending, and walks back page by page', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'abcdef')
    const last = await cloud.call('GetLogEvents', { ...stream, limit: 2 })
    const before = await cloud.call('GetLogEvents', { ...stream, limit: 2, nextToken: last.body['nextBackwardToken'] })
    const first = await cloud.call('GetLogEvents', { ...stream, limit: 2, nextToken: before.body['nextBackwardToken'] })
    expect([last, before, first].map(messagesOf)).toEqual(['ef', 'cd', 'ab'])
  })

  it('gives one empty page with a new token behind the last event, then the same token', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'abc')
    const all = await cloud.call('GetLogEvents', { ...stream, startFromHead: true })
    const empty = await cloud.call('GetLogEvents', { ...stream, nextToken: all.body['nextForwardToken'] })
    const again = await cloud.call('GetLogEvents', { ...stream, nextToken: empty.body['nextForwardToken'] })
    expect(messagesOf(all)).toBe('abc')
    expect(messagesOf(empty)).toBe('')
    expect(empty.body['nextForwardToken']).not.toBe(all.body['nextForwardToken'])
    expect(again.body['nextForwardToken']).toBe(empty.body['nextForwardToken'])
    expect(again.body['nextForwardToken']).toMatch(/^f\/\d{56}\/s$/)
    expect(again.body['nextBackwardToken']).toMatch(/^b\/\d{56}\/s$/)
  })

  it('goes on behind the last event when new ones arrive, in the same millisecond too', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    const all = await cloud.call('GetLogEvents', { ...stream, startFromHead: true })
    await cloud.call('PutLogEvents', { ...stream, logEvents: [{ timestamp: NOW, message: 'c' }] })
    expect(messagesOf(await cloud.call('GetLogEvents', { ...stream, nextToken: all.body['nextForwardToken'] }))).toBe('c')
  })

  it.each(['f/1/s', `f/3${'0'.repeat(55)}/s`, 'x'])('refuses %s as a token', async (nextToken) => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    const { status, body } = await cloud.call('GetLogEvents', { ...stream, nextToken })
    expect([status, body]).toEqual([400, { __type: 'InvalidParameterException', message: 'The specified nextToken is invalid.' }])
  })

  it('refuses the token of another stream', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 't' })
    const { body } = await cloud.call('GetLogEvents', stream)
    expect((await cloud.call('GetLogEvents', { ...stream, logStreamName: 't', nextToken: body['nextForwardToken'] })).status).toBe(400)
  })
})

describe('FilterLogEvents', () => {
  it('hands out a token with the last events; the empty page behind them has none', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'abcde')
    const pages: string[] = []
    for (let nextToken: unknown; ;) {
      const answer = await cloud.call('FilterLogEvents', { logGroupName: '/g', limit: 2, nextToken })
      pages.push(messagesOf(answer))
      nextToken = answer.body['nextToken']
      if (nextToken === undefined) break
    }
    expect(pages).toEqual(['ab', 'cd', 'e', ''])
  })

  it('reads from the tail when asked to', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'abcde')
    const input = { logGroupName: '/g', limit: 2, startFromHead: false, startTime: NOW - 10_000 }
    const pages: string[] = []
    for (let nextToken: unknown; ;) {
      const answer = await cloud.call('FilterLogEvents', { ...input, nextToken })
      pages.push(messagesOf(answer))
      nextToken = answer.body['nextToken']
      if (nextToken === undefined) break
    }
    expect(pages).toEqual(['ed', 'cb', 'a', ''])
  })

  it('goes on in the direction of the token, whatever a later request says', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'abcde')
    const input = { logGroupName: '/g', limit: 2, startTime: NOW - 10_000 }
    const first = await cloud.call('FilterLogEvents', { ...input, startFromHead: false })
    expect(messagesOf(await cloud.call('FilterLogEvents', { ...input, nextToken: first.body['nextToken'] }))).toBe('cb')
    const head = await cloud.call('FilterLogEvents', input)
    const other = await cloud.call('FilterLogEvents', { ...input, startFromHead: false, nextToken: head.body['nextToken'] })
    expect(messagesOf(other)).toBe('cd')
  })

  it('includes both ends of its time range', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'abcde')
    expect(messagesOf(await cloud.call('FilterLogEvents', { logGroupName: '/g', startTime: NOW - 3000, endTime: NOW - 1000 }))).toBe('bcd')
  })

  it('binds a token to the request it was given to', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'abcde')
    const { body } = await cloud.call('FilterLogEvents', { logGroupName: '/g', limit: 2 })
    const other = await cloud.call('FilterLogEvents', { logGroupName: '/g', limit: 2, filterPattern: 'e', nextToken: body['nextToken'] })
    expect(other.body['message']).toBe('The specified nextToken is invalid.')
  })

  it('answers after a bounded number of events, found or not', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/g' })
    await cloud.call('CreateLogStream', stream)
    for (let batch = 0; batch < 3; batch++) {
      const logEvents = Array.from({ length: 9000 }, (_, at) => ({ timestamp: NOW - 60_000 + batch * 9000 + at, message: 'x' }))
      await cloud.call('PutLogEvents', { ...stream, logEvents })
    }
    const first = await cloud.call('FilterLogEvents', { logGroupName: '/g', filterPattern: 'absent' })
    const second = await cloud.call('FilterLogEvents', { logGroupName: '/g', filterPattern: 'absent', nextToken: first.body['nextToken'] })
    expect(first.body).toMatchObject({ events: [], nextToken: expect.any(String) })
    expect(second.body).toEqual({ events: [], searchedLogStreams: [] })
  })

  it('looks into the streams that were named only', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 'other' })
    await cloud.call('PutLogEvents', { logGroupName: '/g', logStreamName: 'other', logEvents: [{ timestamp: NOW, message: 'z' }] })
    expect(messagesOf(await cloud.call('FilterLogEvents', { logGroupName: '/g', logStreamNames: ['other'] }))).toBe('z')
    expect(messagesOf(await cloud.call('FilterLogEvents', { logGroupName: '/g', logStreamNamePrefix: 's' }))).toBe('ab')
    const missing = await cloud.call('FilterLogEvents', { logGroupName: '/g', logStreamNames: ['none'] })
    expect(missing.body['message']).toBe('The specified log stream does not exist.')
  })
})

describe('lists', () => {
  it('come in pages of fifty, or fewer', async () => {
    const cloud = startCloud()
    for (let at = 10; at < 70; at++) await cloud.call('CreateLogGroup', { logGroupName: `/g/${at}` })
    const first = await cloud.call('DescribeLogGroups', {})
    const second = await cloud.call('DescribeLogGroups', { nextToken: first.body['nextToken'] })
    expect([first.body['logGroups'], second.body['logGroups']].map((groups) => Array.isArray(groups) && groups.length)).toEqual([50, 10])
    expect(second.body).not.toHaveProperty('nextToken')
    const other = await cloud.call('DescribeLogGroups', { logGroupNamePrefix: '/g/1', nextToken: first.body['nextToken'] })
    expect(other.body['message']).toBe('The specified nextToken is invalid.')
  })

  it('go on where they were when the last one read is deleted', async () => {
    const cloud = startCloud()
    for (const name of 'abcd') await cloud.call('CreateLogGroup', { logGroupName: name })
    const { body } = await cloud.call('DescribeLogGroups', { limit: 2 })
    await cloud.call('DeleteLogGroup', { logGroupName: 'b' })
    const next = await cloud.call('DescribeLogGroups', { limit: 2, nextToken: body['nextToken'] })
    expect(next.body['logGroups']).toMatchObject([{ logGroupName: 'c' }, { logGroupName: 'd' }])
  })

  it('of streams order by name or by the last event', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 'a-quiet' })
    const names = async (input: object) => {
      const { body } = await cloud.call('DescribeLogStreams', { logGroupName: '/g', ...input })
      return Array.isArray(body['logStreams']) && body['logStreams'].map((each: { readonly logStreamName: string }) => each.logStreamName)
    }
    expect(await names({})).toEqual(['a-quiet', 's'])
    expect(await names({ orderBy: 'LastEventTime', descending: true })).toEqual(['s', 'a-quiet'])
    expect((await cloud.call('DescribeLogStreams', { logGroupName: '/g' })).body).toMatchObject({
      logStreams: [{ logStreamName: 'a-quiet' }, { firstEventTimestamp: NOW - 1000, lastEventTimestamp: NOW, lastIngestionTime: NOW }],
    })
  })
})
