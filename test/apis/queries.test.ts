import { describe, expect, it } from 'vitest'
import { finishQuery, NOW, startCloud, withLetters, type Answer } from './call.ts'

const window = { startTime: NOW / 1000 - 600, endTime: NOW / 1000 }
const query = { logGroupName: '/g', ...window, queryString: 'fields @message | sort @timestamp asc' }

/** Turns that come only when the test gives them. */
function heldTurns() {
  const waiting: (() => void)[] = []
  return {
    yieldTurn: () => new Promise<void>((resolve) => waiting.push(resolve)),
    give: () => {
      for (const resolve of waiting.splice(0)) resolve()
    },
  }
}

const idOf = ({ body }: Answer): string => String(body['queryId'])

describe('a query', () => {
  it('answers with an id at once, runs in turns, and ends complete', async () => {
    const turns = heldTurns()
    const cloud = startCloud({ yieldTurn: turns.yieldTurn })
    await withLetters(cloud, 'abc')
    const queryId = idOf(await cloud.call('StartQuery', query))
    const early = await cloud.call('GetQueryResults', { queryId })
    expect(early.body).toMatchObject({ status: 'Running', results: [], statistics: { recordsScanned: 0 } })
    turns.give()
    await new Promise((resolve) => setImmediate(resolve))
    const { body } = await cloud.call('GetQueryResults', { queryId })
    expect(body).toMatchObject({ status: 'Complete', statistics: { recordsMatched: 3, recordsScanned: 3, logGroupsScanned: 1 } })
    expect(body['results']).toMatchObject([
      [{ field: '@message', value: 'a' }, { field: '@ptr' }],
      [{ field: '@message', value: 'b' }, { field: '@ptr' }],
      [{ field: '@message', value: 'c' }, { field: '@ptr' }],
    ])
  })

  it('leads back to its events by their pointers', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    const { body } = await finishQuery(cloud, idOf(await cloud.call('StartQuery', query)))
    const [[, pointer]] = body['results'] as [[unknown, { readonly value: string }]]
    const record = await cloud.call('GetLogRecord', { logRecordPointer: pointer.value })
    expect(record.body).toMatchObject({ logRecord: { '@message': 'a', '@logStream': 's' } })
    expect((await cloud.call('GetLogRecord', { logRecordPointer: 'nowhere' })).body['__type']).toBe('ResourceNotFoundException')
  })

  it('stops when it is told to; an ended one cannot be stopped', async () => {
    const turns = heldTurns()
    const cloud = startCloud({ yieldTurn: turns.yieldTurn })
    await withLetters(cloud, 'abc')
    const queryId = idOf(await cloud.call('StartQuery', query))
    expect((await cloud.call('StopQuery', { queryId })).body).toEqual({ success: true })
    turns.give()
    await new Promise((resolve) => setImmediate(resolve))
    expect((await cloud.call('GetQueryResults', { queryId })).body).toMatchObject({
      status: 'Cancelled',
      statistics: { recordsScanned: 0 },
    })
    expect((await cloud.call('StopQuery', { queryId })).body['__type']).toBe('InvalidParameterException')
  })

  it('stops in the middle of one in its parentheses', async () => {
    const turns = heldTurns()
    const cloud = startCloud({ yieldTurn: turns.yieldTurn })
    await withLetters(cloud, 'abc')
    const queryString = 'filter @message in (fields @message) | fields @message'
    const queryId = idOf(await cloud.call('StartQuery', { ...query, queryString }))
    turns.give()
    await new Promise((resolve) => setImmediate(resolve))
    const half = { status: 'Running', results: [], statistics: { recordsScanned: 3, recordsTotal: 6 } }
    expect((await cloud.call('GetQueryResults', { queryId })).body).toMatchObject(half)
    await cloud.call('StopQuery', { queryId })
    turns.give()
    await new Promise((resolve) => setImmediate(resolve))
    expect((await cloud.call('GetQueryResults', { queryId })).body).toMatchObject({ ...half, status: 'Cancelled' })
  })

  it('that fails says why', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'x')
    const many = {
      logGroupName: '/g',
      logStreamName: 's',
      logEvents: Array.from({ length: 1100 }, () => ({ timestamp: NOW, message: 'x' })),
    }
    await cloud.call('PutLogEvents', many)
    const queryString = 'join where left.@message = right.@message (fields @message) | stats count(*)'
    const { body } = await finishQuery(cloud, idOf(await cloud.call('StartQuery', { ...query, queryString })))
    expect(body).toMatchObject({ status: 'Failed', results: [], failureReason: expect.stringContaining('more than 1000000 rows') })
  })

  it('waits for no more than ninety-nine others', async () => {
    const turns = heldTurns()
    const cloud = startCloud({ yieldTurn: turns.yieldTurn })
    await withLetters(cloud, 'a')
    for (let at = 0; at < 100; at++) await cloud.call('StartQuery', query)
    const { body } = await cloud.call('StartQuery', query)
    expect(body).toEqual({ __type: 'LimitExceededException', message: 'Account maximum query concurrency limit of [100] reached.' })
    turns.give()
    await new Promise((resolve) => setImmediate(resolve))
    expect((await cloud.call('StartQuery', query)).status).toBe(200)
  })

  it('that does not compile says where', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'a')
    const { body } = await cloud.call('StartQuery', { ...query, queryString: 'fields @message | filer x' })
    expect(body['__type']).toBe('MalformedQueryException')
    expect(body['queryCompileError']).toMatchObject({ location: { startCharOffset: 18, endCharOffset: 23 }, message: body['message'] })
    expect(body['message']).toContain('filter')
  })

  it('takes one kind of log groups, or a SOURCE', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    const start = async (input: object) => (await cloud.call('StartQuery', { ...window, queryString: 'fields @message', ...input })).body
    expect((await start({}))['__type']).toBe('InvalidParameterException')
    expect((await start({ logGroupName: '/g', logGroupNames: ['/g'] }))['__type']).toBe('InvalidParameterException')
    expect(await start({ logGroupIdentifiers: ['arn:aws:logs:eu-west-1:123456789012:log-group:/g'] })).toHaveProperty('queryId')
    expect(await start({ logGroupNames: ['/g', '/none'] })).toMatchObject({
      __type: 'ResourceNotFoundException',
      message: expect.stringContaining("Log group '/none' does not exist for account ID '123456789012'"),
    })
    const bySource = await start({ queryString: 'SOURCE "/g" | fields @message' })
    expect((await finishQuery(cloud, String(bySource['queryId']))).body).toMatchObject({ statistics: { recordsScanned: 2 } })
  })

  it('of another language is not played', async () => {
    const { status, body } = await startCloud().call('StartQuery', { ...query, queryLanguage: 'SQL' })
    expect([status, body['__type']]).toEqual([501, 'NotImplemented'])
  })

  it('is listed with its SOURCE, the youngest first, by status too', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'a')
    const first = idOf(await cloud.call('StartQuery', query))
    await finishQuery(cloud, first)
    const second = idOf(await cloud.call('StartQuery', { ...query, queryString: 'stats count(*)' }))
    await finishQuery(cloud, second)
    const { body } = await cloud.call('DescribeQueries', { logGroupName: '/g', status: 'Complete' })
    expect(body['queries']).toMatchObject([{ queryId: second }, { queryId: first, status: 'Complete', createTime: NOW }])
    expect((await cloud.call('DescribeQueries', { status: 'Running' })).body['queries']).toEqual([])
    expect((await cloud.call('DescribeQueries', { logGroupName: '/none' })).body['__type']).toBe('ResourceNotFoundException')
  })
})

describe('saved queries', () => {
  it('are made, changed, listed by name and deleted', async () => {
    const cloud = startCloud()
    const saved = { name: 'team/errors', queryString: 'fields @message', logGroupNames: ['/g'] }
    const { queryDefinitionId } = (await cloud.call('PutQueryDefinition', saved)).body
    await cloud.call('PutQueryDefinition', { queryDefinitionId, name: 'team/errors', queryString: 'stats count(*)' })
    const { body } = await cloud.call('DescribeQueryDefinitions', { queryDefinitionNamePrefix: 'team' })
    expect(body).toEqual({
      queryDefinitions: [
        { queryLanguage: 'CWLI', queryDefinitionId, name: 'team/errors', queryString: 'stats count(*)', lastModified: NOW },
      ],
    })
    expect((await cloud.call('DeleteQueryDefinition', { queryDefinitionId })).body).toEqual({ success: true })
    expect((await cloud.call('DeleteQueryDefinition', { queryDefinitionId })).body['__type']).toBe('ResourceNotFoundException')
  })
})

it('a saved query keeps its parameters and its language', async () => {
  const cloud = startCloud()
  const saved = { name: 'a', queryString: 'SELECT 1', queryLanguage: 'SQL', parameters: [{ name: 'x', defaultValue: '1' }] }
  await cloud.call('PutQueryDefinition', saved)
  expect((await cloud.call('DescribeQueryDefinitions', { queryLanguage: 'SQL' })).body['queryDefinitions']).toMatchObject([saved])
  expect((await cloud.call('DescribeQueryDefinitions', { queryLanguage: 'CWLI' })).body['queryDefinitions']).toEqual([])
})

it.each([NOW / 1000, NOW])('GetLogGroupFields looks around the time %d, seconds or milliseconds', async (time) => {
  const cloud = startCloud()
  await withLetters(cloud, 'ab')
  const { body } = await cloud.call('GetLogGroupFields', { logGroupName: '/g', time })
  expect(body['logGroupFields']).toContainEqual({ name: '@message', percent: 100 })
  const far = await cloud.call('GetLogGroupFields', { logGroupName: '/g', time: time * 0.99 })
  expect(far.body['logGroupFields']).toEqual([])
})

it('GetLogGroupFields tells a group’s fields in percent', async () => {
  const cloud = startCloud()
  await withLetters(cloud, 'ab')
  const logEvents = [{ timestamp: NOW, message: '{"level":"INFO"}' }]
  await cloud.call('PutLogEvents', { logGroupName: '/g', logStreamName: 's', logEvents })
  const { body } = await cloud.call('GetLogGroupFields', { logGroupName: '/g' })
  expect(body['logGroupFields']).toContainEqual({ name: 'level', percent: 33 })
  expect(body['logGroupFields']).toContainEqual({ name: '@message', percent: 100 })
})
