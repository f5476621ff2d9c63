import type { Server } from 'node:http'
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  paginateDescribeAlarms,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  GetMetricStatisticsCommand,
  ResourceNotFound,
  SetAlarmStateCommand,
  type CloudWatchClientConfig,
} from '@aws-sdk/client-cloudwatch'
import { AwsJson1_0Protocol, AwsQueryProtocol, AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpServer, createServedBackend, readOptions } from '../../src/commands/serve.ts'
import { aws, python, runClient, whenThere } from './installed-clients.ts'

/** The practice scenario, as `npm run serve` serves it. */
let server: Server
let endpoint: string
const packed: boolean[] = []

beforeAll(async () => {
  const options = readOptions(['--port', '0', '--scenario', 'practice', '--hours', '1'])
  if (options === 'help') throw new Error('cannot serve: asked for help')
  // it stands at this moment: no minute ends in which an alarm would be evaluated beside what a test does to it
  const now = Date.now()
  server = createHttpServer(
    createServedBackend(options, () => now),
    { allowed: [] },
  )
  server.on('request', (request) => packed.push(request.headers['content-encoding'] === 'gzip'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('cannot serve: no port')
  endpoint = `http://127.0.0.1:${address.port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const protocols: readonly (readonly [string, string, CloudWatchClientConfig['protocol']])[] = [
  ['JSON 1.0', '111111111111', AwsJson1_0Protocol],
  ['Query', '222222222222', AwsQueryProtocol],
  ['CBOR', '333333333333', AwsSmithyRpcV2CborProtocol],
]

describe.each(protocols)('the AWS SDK for JavaScript over %s', (_, accessKeyId, protocol) => {
  const client = () =>
    new CloudWatchClient({
      endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId, secretAccessKey: 'any' },
      ...(protocol && { protocol }),
    })
  const alarm = {
    Namespace: 'App',
    MetricName: 'Latency',
    Dimensions: [{ Name: 'Branch', Value: 'Köln & Söhne' }],
    Statistic: 'Average' as const,
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Threshold: 12.5,
    ComparisonOperator: 'GreaterThanThreshold' as const,
  }

  it('puts alarms, pages through them, sets one and reads what happened', async () => {
    const cloudwatch = client()
    for (const AlarmName of ['one', 'two', 'three'])
      await cloudwatch.send(new PutMetricAlarmCommand({ ...alarm, AlarmName, AlarmActions: [] }))
    const found: unknown[] = []
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: cloudwatch, pageSize: 2 }, {})) found.push(...MetricAlarms)
    expect(found).toHaveLength(3)
    expect(found[0]).toMatchObject({ ...alarm, AlarmName: 'one', AlarmActions: [], StateValue: 'INSUFFICIENT_DATA' })
    expect(found[0]).toHaveProperty('StateUpdatedTimestamp', expect.any(Date))
    await cloudwatch.send(new SetAlarmStateCommand({ AlarmName: 'two', StateValue: 'ALARM', StateReason: 'tried' }))
    const { AlarmHistoryItems = [] } = await cloudwatch.send(
      new DescribeAlarmHistoryCommand({ AlarmName: 'two', HistoryItemType: 'StateUpdate' }),
    )
    expect(AlarmHistoryItems[0]).toMatchObject({
      HistorySummary: 'Alarm updated from INSUFFICIENT_DATA to ALARM',
      AlarmType: 'MetricAlarm',
    })
    await cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ['one', 'two', 'three'] }))
  })

  it('throws the class of the model for an alarm nobody has', async () => {
    const set = client().send(new SetAlarmStateCommand({ AlarmName: 'none', StateValue: 'OK', StateReason: 'x' }))
    await expect(set).rejects.toBeInstanceOf(ResourceNotFound)
    await expect(set).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } })
  })

  // over CBOR this client announces the unpacked length of a packed body, and never ends it
  const isCbor = protocol === AwsSmithyRpcV2CborProtocol
  if (isCbor) console.log('not run: a packed body by the AWS SDK over CBOR (it announces the unpacked length and never ends the request)')
  it.skipIf(isCbor)('packs a large body, and it arrives', async () => {
    const cloudwatch = client()
    const now = new Date()
    const MetricData = Array.from({ length: 400 }, (__, at) => ({ MetricName: 'Big', Value: at, Timestamp: now, Unit: 'Count' as const }))
    packed.length = 0
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'App', MetricData }))
    expect(packed).toEqual([true])
    const read = await cloudwatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'App',
        MetricName: 'Big',
        StartTime: new Date(now.getTime() - 120_000),
        EndTime: new Date(now.getTime() + 120_000),
        Period: 60,
        Statistics: ['SampleCount', 'Maximum'],
      }),
    )
    expect(read.Datapoints?.[0]).toMatchObject({ SampleCount: 400, Maximum: 399, Unit: 'Count' })
  })
})

whenThere('the AWS command line, unmodified', aws, 'apt-get install awscli', (program) => {
  const cloudwatch = (...args: readonly string[]) => runClient(program, ['--endpoint-url', endpoint, 'cloudwatch', ...args], endpoint)
  const jsonOf = async (...args: readonly string[]) => {
    const { code, output, problem } = await cloudwatch(...args)
    expect([code, problem]).toEqual([0, ''])
    return output === '' ? undefined : JSON.parse(output)
  }
  const at = (offset: number) => new Date(Date.now() + offset).toISOString()

  it('puts, lists and reads metrics', async () => {
    const datum = ['--namespace', 'Cli', '--metric-name', 'Hits', '--dimensions', 'Branch=Leeds', '--unit', 'Count']
    await jsonOf('put-metric-data', ...datum, '--value', '7', '--timestamp', at(-60_000))
    expect((await jsonOf('list-metrics', '--namespace', 'Cli')).Metrics).toEqual([
      { Namespace: 'Cli', MetricName: 'Hits', Dimensions: [{ Name: 'Branch', Value: 'Leeds' }] },
    ])
    const window = ['--start-time', at(-600_000), '--end-time', at(60_000)]
    const asked = ['--namespace', 'Cli', '--metric-name', 'Hits', '--dimensions', 'Name=Branch,Value=Leeds']
    const { Label, Datapoints } = await jsonOf(
      'get-metric-statistics',
      ...asked,
      ...window,
      '--period',
      '60',
      '--statistics',
      'Sum',
      'Average',
    )
    expect([Label, Datapoints.length, Datapoints[0].Sum, Datapoints[0].Unit]).toEqual(['Hits', 1, 7, 'Count'])
    const MetricStat = {
      Metric: { Namespace: 'Cli', MetricName: 'Hits', Dimensions: [{ Name: 'Branch', Value: 'Leeds' }] },
      Period: 60,
      Stat: 'p99',
    }
    const queries = JSON.stringify([{ Id: 'm1', MetricStat }])
    const { MetricDataResults } = await jsonOf('get-metric-data', '--metric-data-queries', queries, ...window)
    expect(MetricDataResults[0]).toMatchObject({ Id: 'm1', Label: 'Hits', Values: [7], StatusCode: 'Complete' })
  })

  it('puts an alarm, sets it, silences it, reads its history and deletes it', async () => {
    const settings = ['--namespace', 'Cli', '--metric-name', 'Hits', '--statistic', 'Sum', '--period', '60', '--evaluation-periods', '2']
    const condition = [
      '--threshold',
      '5',
      '--comparison-operator',
      'GreaterThanThreshold',
      '--alarm-actions',
      'arn:aws:sns:eu-west-1:123456789012:ops',
    ]
    await jsonOf('put-metric-alarm', '--alarm-name', 'cli hits', ...settings, ...condition)
    await jsonOf('set-alarm-state', '--alarm-name', 'cli hits', '--state-value', 'OK', '--state-reason', 'by hand')
    await jsonOf('disable-alarm-actions', '--alarm-names', 'cli hits')
    const { MetricAlarms } = await jsonOf('describe-alarms', '--alarm-names', 'cli hits')
    expect(MetricAlarms[0]).toMatchObject({ Threshold: 5, StateValue: 'OK', StateReason: 'by hand', ActionsEnabled: false, Dimensions: [] })
    expect((await jsonOf('describe-alarms-for-metric', '--namespace', 'Cli', '--metric-name', 'Hits')).MetricAlarms).toHaveLength(1)
    const { AlarmHistoryItems } = await jsonOf('describe-alarm-history', '--alarm-name', 'cli hits')
    expect(AlarmHistoryItems.map((item: { readonly HistorySummary: string }) => item.HistorySummary)).toEqual([
      'Alarm "cli hits" updated',
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm "cli hits" created',
    ])
    await jsonOf('delete-alarms', '--alarm-names', 'cli hits')
    expect((await jsonOf('describe-alarms', '--alarm-names', 'cli hits')).MetricAlarms).toEqual([])
  })

  it('prints the service’s own words and exits with 254', async () => {
    const settings = ['--namespace', 'Cli', '--metric-name', 'Hits', '--statistic', 'Sum', '--period', '61', '--evaluation-periods', '2']
    const put = await cloudwatch(
      'put-metric-alarm',
      '--alarm-name',
      'x',
      ...settings,
      '--threshold',
      '5',
      '--comparison-operator',
      'GreaterThanThreshold',
    )
    expect(put.code).toBe(254)
    expect(put.problem.trim()).toBe(
      'An error occurred (ValidationError) when calling the PutMetricAlarm operation: Period must be 10, 20, 30 or a multiple of 60',
    )
    expect((await cloudwatch('describe-alarms', '--no-sign-request')).code).toBe(0)
  })
})

const script = `
import os, boto3, datetime
cw = boto3.client('cloudwatch', endpoint_url=os.environ['ENDPOINT'])
alarm = dict(AlarmName='boto', Namespace='Boto', MetricName='m', Statistic='Sum', Period=60, EvaluationPeriods=1, Threshold=1.5, ComparisonOperator='GreaterThanThreshold')
cw.put_metric_alarm(AlarmActions=[], Tags=[{'Key': 'team', 'Value': 'a'}], **alarm)
found = cw.describe_alarms(AlarmNames=['boto'])['MetricAlarms'][0]
print(found['AlarmActions'], found['Threshold'], type(found['StateUpdatedTimestamp']).__name__, cw.list_tags_for_resource(ResourceARN=found['AlarmArn'])['Tags'])
try:
    cw.set_alarm_state(AlarmName='none', StateValue='OK', StateReason='x')
except cw.exceptions.ResourceNotFound as e:
    print(e.response['Error']['Code'], e.response['ResponseMetadata']['HTTPStatusCode'])
try:
    cw.set_alarm_state(AlarmName='boto', StateValue='OK', StateReason='x', StateReasonData='no json')
except cw.exceptions.InvalidFormatFault as e:
    print(e.response['Error']['Code'])
try:
    cw.get_metric_statistics(Namespace='Boto', MetricName='m', StartTime=2000, EndTime=1000, Period=60, Statistics=['Sum'])
except cw.exceptions.InvalidParameterValueException as e:
    print(e.response['Error']['Code'], e.response['Error']['Message'])
except Exception as e:
    print(type(e).__name__, e)
cw.put_metric_data(Namespace='Boto', MetricData=[{'MetricName': 'm', 'Value': v, 'Unit': 'Seconds'} for v in (1, 2, 3)])
now = datetime.datetime.now(datetime.timezone.utc)
query = {'Id': 'q', 'MetricStat': {'Metric': {'Namespace': 'Boto', 'MetricName': 'm'}, 'Period': 60, 'Stat': 'Sum'}}
data = cw.get_metric_data(MetricDataQueries=[query], StartTime=now - datetime.timedelta(hours=2), EndTime=now + datetime.timedelta(hours=1))
print(sum(data['MetricDataResults'][0]['Values']))
names = [m['MetricName'] for page in cw.get_paginator('list_metrics').paginate(Namespace='Boto') for m in page['Metrics']]
print(names, len(cw.describe_alarm_history(AlarmName='boto')['AlarmHistoryItems']))
cw.untag_resource(ResourceARN=found['AlarmArn'], TagKeys=['team'])
cw.delete_alarms(AlarmNames=['boto'])
from botocore.signers import RequestSigner
import urllib.request
credentials = boto3.Session().get_credentials()
signer = RequestSigner(cw.meta.service_model.service_id, 'eu-west-1', 'monitoring', 'v4', credentials, cw.meta.events)
url = signer.generate_presigned_url({'method': 'GET', 'url': os.environ['ENDPOINT'] + '/?Action=ListMetrics&Version=2010-08-01&Namespace=Boto', 'body': {}, 'headers': {}, 'context': {}}, operation_name='', region_name='eu-west-1', expires_in=60)
print('<MetricName>m</MetricName>' in urllib.request.urlopen(url).read().decode())
`

whenThere('boto3, unmodified', python, 'apt-get install python3-boto3', (program) => {
  it('puts, reads, pages, signs an address, and catches the exceptions of its model', async () => {
    const { output, problem } = await runClient(program, ['-c', script], endpoint, '444444444444')
    expect(problem).toBe('')
    expect(output.trim().split('\n')).toEqual([
      "[] 1.5 datetime [{'Key': 'team', 'Value': 'a'}]",
      'ResourceNotFound 404',
      'InvalidFormat',
      'InvalidParameterValue The parameter StartTime must be less than the parameter EndTime.',
      '6.0',
      "['m'] 1",
      'True',
    ])
  })
})
