import type { Server } from 'node:http'
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  ResourceNotFoundException,
  StartLiveTailCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpServer, createServedBackend, readOptions } from '../../src/commands/serve.ts'
import { python, runClient, whenThere } from './installed-clients.ts'

const ARN = 'arn:aws:logs:eu-west-1:111122223333:log-group:/own'
const stream = { logGroupName: '/own', logStreamName: 's' }

let server: Server
let endpoint: string
let logs: CloudWatchLogsClient

beforeAll(async () => {
  const options = readOptions(['--port', '0', '--scenario', 'practice', '--hours', '0'])
  if (options === 'help') throw new Error('cannot serve: asked for help')
  server = createHttpServer(
    createServedBackend(options, () => Date.now()),
    { allowed: [] },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('cannot serve: no port')
  endpoint = `http://127.0.0.1:${address.port}`
  const credentials = { accessKeyId: '111122223333', secretAccessKey: 'any' }
  logs = new CloudWatchLogsClient({ endpoint, region: 'eu-west-1', credentials, disableHostPrefix: true })
  await logs.send(new CreateLogGroupCommand({ logGroupName: '/own' }))
  await logs.send(new CreateLogStreamCommand(stream))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('Live Tail by the AWS SDK for JavaScript, unmodified', () => {
  it('is told of what arrives, over real HTTP, and may leave', async () => {
    const connections = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
    const before = await connections()
    const { responseStream } = await logs.send(new StartLiveTailCommand({ logGroupIdentifiers: [ARN], logEventFilterPattern: 'ERROR' }))
    if (responseStream === undefined) throw new Error('no stream')
    const seen: (string | undefined)[] = []
    for await (const event of responseStream) {
      if (event.sessionStart) {
        expect(event.sessionStart).toMatchObject({ logGroupIdentifiers: [ARN], logEventFilterPattern: 'ERROR' })
        const logEvents = ['INFO a', 'ERROR b'].map((message) => ({ timestamp: Date.now(), message }))
        await logs.send(new PutLogEventsCommand({ ...stream, logEvents }))
      }
      seen.push(...(event.sessionUpdate?.sessionResults ?? []).map(({ message }) => message))
      if (seen.length > 0) break
    }
    expect(seen).toEqual(['ERROR b'])
    logs.destroy()
    while ((await connections()) > before) await new Promise((resolve) => setImmediate(resolve))
  })

  it('throws the model’s exception where the group is not there', async () => {
    const missing = logs.send(new StartLiveTailCommand({ logGroupIdentifiers: [`${ARN}-none`] }))
    await expect(missing).rejects.toBeInstanceOf(ResourceNotFoundException)
  })
})

const script = `
import os, time, boto3
from botocore.config import Config
logs = boto3.client('logs', endpoint_url=os.environ['ENDPOINT'], config=Config(inject_host_prefix=False))
if not hasattr(logs, 'start_live_tail'):
    print('unknown')
    raise SystemExit
for event in logs.start_live_tail(logGroupIdentifiers=['${ARN}'])['responseStream']:
    if 'sessionStart' in event:
        logs.put_log_events(logGroupName='/own', logStreamName='s', logEvents=[{'timestamp': int(time.time() * 1000), 'message': 'boto'}])
    elif event['sessionUpdate']['sessionResults']:
        print(event['sessionUpdate']['sessionResults'][0]['message'])
        break
`

whenThere('Live Tail by boto3, unmodified', python, 'apt-get install python3-boto3', (program) => {
  it('is told of what arrives', async () => {
    const { output, problem } = await runClient(program, ['-c', script], endpoint, '111122223333')
    expect(problem).toBe('')
    if (output.trim() === 'unknown') console.log('this boto3 is older than StartLiveTail (2023): its Live Tail is not tried')
    else expect(output.trim()).toBe('boto')
  })
})
