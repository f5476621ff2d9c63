import type { Server } from 'node:http'
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  CreateLookupTableCommand,
  DeleteLookupTableCommand,
  DescribeLookupTablesCommand,
  DescribeQueriesCommand,
  GetLookupTableCommand,
  GetQueryResultsCommand,
  InvalidParameterException,
  MalformedQueryException,
  PutLogEventsCommand,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
  StartQueryCommand,
  UpdateLookupTableCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpServer } from '../../src/commands/serve.ts'
import { NOW, startCloud } from './call.ts'

let server: Server
let logs: CloudWatchLogsClient

beforeAll(async () => {
  server = createHttpServer(startCloud().backend, { allowed: [] })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('cannot serve: no port')
  const credentials = { accessKeyId: '111122223333', secretAccessKey: 'any' }
  logs = new CloudWatchLogsClient({ endpoint: `http://127.0.0.1:${address.port}`, region: 'eu-west-1', credentials })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('lookup tables with the AWS SDK for JavaScript, unmodified', () => {
  it('are made, listed, read, replaced and deleted', async () => {
    const { lookupTableArn, createdAt } = await logs.send(
      new CreateLookupTableCommand({ lookupTableName: 'users', tableBody: 'id,name\r\n1,"Ana"\r\n', description: 'people' }),
    )
    expect(lookupTableArn).toBe('arn:aws:logs:eu-west-1:111122223333:lookup-table:users')
    expect(createdAt).toBeTypeOf('number')
    const { lookupTables } = await logs.send(new DescribeLookupTablesCommand({ lookupTableNamePrefix: 'us' }))
    expect(lookupTables).toMatchObject([{ lookupTableArn, tableFields: ['id', 'name'], recordsCount: 1, description: 'people' }])
    await logs.send(new UpdateLookupTableCommand({ lookupTableArn, tableBody: 'id\n7\n' }))
    expect(await logs.send(new GetLookupTableCommand({ lookupTableArn }))).toMatchObject({ tableBody: 'id\n7\n', sizeBytes: 5 })
    await logs.send(new DeleteLookupTableCommand({ lookupTableArn }))
    await expect(logs.send(new GetLookupTableCommand({ lookupTableArn }))).rejects.toBeInstanceOf(ResourceNotFoundException)
  })

  it('are refused with the classes of the model', async () => {
    const table = { lookupTableName: 'twice', tableBody: 'a\n' }
    await logs.send(new CreateLookupTableCommand(table))
    await expect(logs.send(new CreateLookupTableCommand(table))).rejects.toBeInstanceOf(ResourceAlreadyExistsException)
    const broken = logs.send(new CreateLookupTableCommand({ lookupTableName: 'broken', tableBody: 'a,a\n' }))
    await expect(broken).rejects.toBeInstanceOf(InvalidParameterException)
  })
})

describe('queries over several groups with the AWS SDK for JavaScript, unmodified', () => {
  const window = { startTime: NOW / 1000 - 3600, endTime: NOW / 1000 }

  beforeAll(async () => {
    const events = {
      '/api': ['{"requestId":"r1","status":500}', '{"requestId":"r2","status":200}', '{"requestId":"r3","status":503}'],
      '/fn': ['{"requestId":"r1","ms":70}', '{"requestId":"r2","ms":3}'],
    }
    for (const [logGroupName, messages] of Object.entries(events)) {
      await logs.send(new CreateLogGroupCommand({ logGroupName }))
      await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: 's' }))
      const logEvents = messages.map((message, at) => ({ timestamp: NOW - 60_000 + at, message }))
      await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: 's', logEvents }))
    }
    await logs.send(new CreateLookupTableCommand({ lookupTableName: 'statuses', tableBody: 'code,says\n500,broken\n503,busy\n' }))
  })

  const start = (queryString: string, groups: { readonly logGroupName?: string } = { logGroupName: '/api' }) =>
    logs.send(new StartQueryCommand({ ...groups, ...window, queryString }))

  async function ask(queryString: string, groups?: { readonly logGroupName?: string }) {
    const { queryId } = await start(queryString, groups)
    let found = await logs.send(new GetQueryResultsCommand({ queryId }))
    while (found.status === 'Running') found = await logs.send(new GetQueryResultsCommand({ queryId }))
    const rows = found.results?.map((row) => row.filter(({ field }) => field !== '@ptr').map(({ value }) => value))
    return { status: found.status, rows, statistics: found.statistics }
  }

  const join = "join type=left left=api right=fn where api.requestId = fn.requestId (SOURCE '/fn')"

  it('joins, and counts what it scanned in both groups', async () => {
    const { status, rows, statistics } = await ask(`filter status >= 500 | ${join} | fields api.requestId, fn.ms | sort api.requestId asc`)
    expect([status, rows]).toEqual(['Complete', [['r1', '70'], ['r3']]])
    expect(statistics).toMatchObject({ recordsScanned: 5, logGroupsScanned: 2 })
  })

  it('asks in parentheses, appends and looks up', async () => {
    expect((await ask("filter requestId in (SOURCE '/fn' | filter ms > 10 | fields requestId) | fields status")).rows).toEqual([['500']])
    const looked = 'filter status >= 500 | fields status | sort status asc | lookup statuses code as status OUTPUT says'
    expect((await ask(looked)).rows).toEqual([
      ['500', 'broken'],
      ['503', 'busy'],
    ])
    const appended = "stats count(*) as calls | appendcols (SOURCE '/fn' | stats count(*) as runs)"
    expect((await ask(appended)).rows).toEqual([['3', '2']])
  })

  it('reads the groups and the time that the query itself says', async () => {
    const query = `SOURCE logGroups(namePrefix: ['/']) start=${NOW - 60_000} end=${NOW - 60_000} | stats count(*)`
    expect((await ask(query, {})).rows).toEqual([['2']])
    const { queries } = await logs.send(new DescribeQueriesCommand({ logGroupName: '/fn' }))
    expect(queries?.[0]?.queryString).toBe(query)
    await ask('SOURCE "/fn" | fields ms', {})
    const after = await logs.send(new DescribeQueriesCommand({ logGroupName: '/fn' }))
    expect(after.queries?.[0]?.queryString).toBe(`SOURCE "/fn" START=${NOW - 3_600_000} END=${NOW + 999} | fields ms`)
  })

  it('is refused where it cannot be, at the place', async () => {
    const refusal = await start(`${join} | ${join}`).catch((failure: unknown) => failure)
    expect(refusal).toBeInstanceOf(MalformedQueryException)
    expect(refusal).toMatchObject({ queryCompileError: { location: { startCharOffset: join.length + 3 } } })
    await expect(start('lookup nothing id OUTPUT x')).rejects.toMatchObject({
      name: 'MalformedQueryException',
      queryCompileError: { location: { startCharOffset: 7, endCharOffset: 14 } },
    })
    await expect(start("filter a in (SOURCE '/none' | fields a)")).rejects.toBeInstanceOf(ResourceNotFoundException)
  })
})
