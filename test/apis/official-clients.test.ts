import type { Server } from 'node:http'
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeLogStreamsCommand,
  GetQueryResultsCommand,
  ListAnomaliesCommand,
  MalformedQueryException,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
  paginateGetLogEvents,
  PutLogEventsCommand,
  ResourceNotFoundException,
  StartQueryCommand,
  TestMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpServer, createServedBackend, readOptions } from '../../src/commands/serve.ts'
import { aws, python, runClient, whenThere } from './installed-clients.ts'

/** Ten minutes of the practice scenario, and a person's own group beside it. */
let server: Server
let endpoint: string
const sent: string[] = []

beforeAll(async () => {
  const options = readOptions(['--port', '0', '--scenario', 'practice', '--hours', '1'])
  if (options === 'help') throw new Error('cannot serve: asked for help')
  server = createHttpServer(
    createServedBackend(options, () => Date.now()),
    { allowed: [] },
  )
  server.on('request', (request) => sent.push(String(request.headers['x-amz-target'] ?? request.url)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('cannot serve: no port')
  endpoint = `http://127.0.0.1:${address.port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const practice = '/aws/lambda/practice'

describe('the AWS SDK for JavaScript, unmodified', () => {
  const client = (accessKeyId = 'AKIAIOSFODNN7EXAMPLE') =>
    new CloudWatchLogsClient({ endpoint, region: 'eu-west-1', credentials: { accessKeyId, secretAccessKey: 'any' } })

  it('pages through the groups of the seeded account', async () => {
    const names: (string | undefined)[] = []
    for await (const page of paginateDescribeLogGroups({ client: client() }, {}))
      names.push(...(page.logGroups ?? []).map((group) => group.logGroupName))
    expect(names).toEqual([practice])
  })

  it('writes, reads back and filters in an account that starts empty', async () => {
    const logs = client('111122223333')
    const stream = { logGroupName: '/own', logStreamName: 's' }
    await logs.send(new CreateLogGroupCommand({ logGroupName: '/own' }))
    await logs.send(new CreateLogStreamCommand(stream))
    const now = Date.now()
    const logEvents = ['INFO a', 'ERROR b', 'INFO c'].map((message, at) => ({ timestamp: now - 3000 + at, message }))
    await logs.send(new PutLogEventsCommand({ ...stream, logEvents }))
    const filtered: (string | undefined)[] = []
    for await (const page of paginateFilterLogEvents({ client: logs, pageSize: 1 }, { logGroupName: '/own', filterPattern: 'INFO' }))
      filtered.push(...(page.events ?? []).map((event) => event.message))
    expect(filtered).toEqual(['INFO a', 'INFO c'])
    const read: (string | undefined)[] = []
    const paging = { client: logs, pageSize: 2, stopOnSameToken: true }
    for await (const page of paginateGetLogEvents(paging, { ...stream, startFromHead: true }))
      read.push(...(page.events ?? []).map((event) => event.message))
    expect(read).toEqual(['INFO a', 'ERROR b', 'INFO c'])
  })

  it('runs a query to its end', async () => {
    const logs = client()
    const endTime = Math.floor(Date.now() / 1000)
    const input = { logGroupName: practice, startTime: endTime - 7200, endTime, queryString: 'stats count(*) as lines' }
    const { queryId } = await logs.send(new StartQueryCommand(input))
    let found = await logs.send(new GetQueryResultsCommand({ queryId }))
    while (found.status === 'Running') found = await logs.send(new GetQueryResultsCommand({ queryId }))
    expect(found).toMatchObject({ status: 'Complete', queryLanguage: 'CWLI', results: [[{ field: 'lines' }]] })
    expect(Number(found.results?.[0]?.[0]?.value)).toBeGreaterThan(10)
    expect(found.statistics?.recordsScanned).toBeGreaterThan(10)
  })

  it('throws the classes of the model, with their members', async () => {
    const missing = client().send(new DescribeLogStreamsCommand({ logGroupName: '/none' }))
    await expect(missing).rejects.toBeInstanceOf(ResourceNotFoundException)
    await expect(missing).rejects.toMatchObject({ message: 'The specified log group does not exist.' })
    const input = { logGroupName: practice, startTime: 0, endTime: 1, queryString: 'fields @message | filer x' }
    const malformed = await client()
      .send(new StartQueryCommand(input))
      .catch((failure: unknown) => failure)
    expect(malformed).toBeInstanceOf(MalformedQueryException)
    expect(malformed).toMatchObject({ queryCompileError: { location: { startCharOffset: 18 } }, $metadata: { httpStatusCode: 400 } })
  })

  it('has request ids, and TestMetricFilter’s matches', async () => {
    const { matches, $metadata } = await client().send(
      new TestMetricFilterCommand({ filterPattern: '[a, b]', logEventMessages: ['x y', 'z'] }),
    )
    expect(matches).toEqual([{ eventNumber: 1, eventMessage: 'x y', extractedValues: { $a: 'x', $b: 'y' } }])
    expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('does not try an operation again that is not played', async () => {
    sent.length = 0
    await expect(client().send(new ListAnomaliesCommand({}))).rejects.toMatchObject({
      name: 'NotImplemented',
      $metadata: { httpStatusCode: 501 },
    })
    expect(sent).toEqual(['Logs_20140328.ListAnomalies'])
  })
})

const run = (program: string, args: readonly string[], key?: string) => runClient(program, args, endpoint, key)

whenThere('the AWS command line, unmodified', aws, 'apt-get install awscli', (program) => {
  const logs = (...args: readonly string[]) => run(program, ['--endpoint-url', endpoint, 'logs', ...args])

  it('lists groups and filters events', async () => {
    const groups = await logs('describe-log-groups', '--query', 'logGroups[].logGroupName', '--output', 'text')
    expect(groups).toMatchObject({ code: 0, output: `${practice}\n` })
    const failures = await logs('filter-log-events', '--log-group-name', practice, '--filter-pattern', 'ERROR', '--query', 'length(events)')
    expect(Number(failures.output)).toBeGreaterThan(5)
  })

  it('tails a group', async () => {
    const { code, output } = await logs('tail', practice, '--since', '2h', '--format', 'short')
    expect(code).toBe(0)
    expect(output).toContain('"statusCode":200')
  })

  it('pages by itself, and cuts where it is told to', async () => {
    const { output } = await logs('filter-log-events', '--log-group-name', practice, '--max-items', '3', '--page-size', '2')
    const { events, NextToken } = JSON.parse(output)
    expect(events).toHaveLength(3)
    expect(typeof NextToken).toBe('string')
  })

  it('runs a query', async () => {
    const end = Math.floor(Date.now() / 1000)
    const window = ['--start-time', String(end - 7200), '--end-time', String(end)]
    const query = ['--query-string', 'fields @message | limit 2']
    const started = await logs('start-query', '--log-group-name', practice, ...window, ...query)
    const { queryId } = JSON.parse(started.output)
    for (;;) {
      const { status, results } = JSON.parse((await logs('get-query-results', '--query-id', queryId)).output)
      if (status === 'Running') continue
      expect([status, results.length]).toEqual(['Complete', 2])
      break
    }
  })

  it('prints the service’s own words and exits with 254', async () => {
    const { code, problem } = await logs('describe-log-streams', '--log-group-name', '/none')
    expect(code).toBe(254)
    expect(problem.trim()).toBe(
      'An error occurred (ResourceNotFoundException) when calling the DescribeLogStreams operation: The specified log group does not exist.',
    )
  })

  it('needs no credentials when it signs nothing, and learns who it is', async () => {
    expect((await logs('describe-log-groups', '--no-sign-request')).code).toBe(0)
    const identity = await run(
      program,
      ['--endpoint-url', endpoint, 'sts', 'get-caller-identity', '--query', 'Account', '--output', 'text'],
      '111122223333',
    )
    expect(identity.output.trim()).toBe('111122223333')
  })
})

const script = `
import os, boto3, botocore
logs = boto3.client('logs', endpoint_url=os.environ['ENDPOINT'])
events = [e for page in logs.get_paginator('filter_log_events').paginate(logGroupName='${practice}', PaginationConfig={'PageSize': 7}) for e in page['events']]
print(len(events) == len({e['eventId'] for e in events}), len(events) > 10)
try:
    logs.get_log_events(logGroupName='/none', logStreamName='s')
except logs.exceptions.ResourceNotFoundException as e:
    print(e.response['Error']['Code'], e.response['Error']['Message'], e.response['ResponseMetadata']['HTTPStatusCode'])
logs.create_log_group(logGroupName='/boto', tags={'team': 'a'})
print(logs.list_tags_for_resource(resourceArn=logs.describe_log_groups(logGroupNamePrefix='/boto')['logGroups'][0]['logGroupArn'])['tags'] if 'logGroupArn' in logs.describe_log_groups(logGroupNamePrefix='/boto')['logGroups'][0] else logs.list_tags_log_group(logGroupName='/boto')['tags'])
logs.delete_log_group(logGroupName='/boto')
try:
    logs.start_query(logGroupName='${practice}', startTime=0, endTime=1, queryString='nonsense')
except logs.exceptions.MalformedQueryException as e:
    print(e.response['Error']['Code'], e.response['queryCompileError']['location']['startCharOffset'])
`

whenThere('boto3, unmodified', python, 'apt-get install python3-boto3', (program) => {
  it('pages, and catches the exceptions of its model', async () => {
    const { output, problem } = await run(program, ['-c', script])
    expect(problem).toBe('')
    expect(output.trim().split('\n')).toEqual([
      'True True',
      'ResourceNotFoundException The specified log group does not exist. 400',
      "{'team': 'a'}",
      'MalformedQueryException 0',
    ])
  })
})
