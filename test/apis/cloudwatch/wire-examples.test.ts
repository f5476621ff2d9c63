import { decode, encode, type DecodeOptions } from 'cborg'
import { describe, expect, it } from 'vitest'
import { startCloudWatch } from './call-cloudwatch.ts'

/** The examples of AWS's wire, byte by byte: one alarm `a1`, three ways to ask for it. */
async function withAlarm() {
  const cloud = startCloudWatch()
  const { status } = await cloud.query('PutMetricAlarm', {
    AlarmName: 'a1',
    Namespace: 'MyApp',
    MetricName: 'Latency',
    Statistic: 'Average',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
    AlarmActions: [],
  })
  expect(status).toBe(200)
  const ask = (path: string, headers: Record<string, string>, body: BodyInit) =>
    cloud.backend.fetch(
      new Request(`http://127.0.0.1${path}`, {
        method: 'POST',
        headers: { ...headers, authorization: 'AWS4-HMAC-SHA256 Credential=111122223333/20261120/eu-west-1/monitoring/aws4_request' },
        body,
      }),
    )
  const form = (body: string) => ask('/', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }, body)
  const json = (operation: string, body: BodyInit, headers: Record<string, string> = {}) =>
    ask(
      '/aws/',
      { 'content-type': 'application/x-amz-json-1.0', 'X-Amz-Target': `GraniteServiceVersion20100801.${operation}`, ...headers },
      body,
    )
  const cbor = (operation: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    ask(
      `/aws/service/GraniteServiceVersion20100801/operation/${operation}`,
      { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor', ...headers },
      body,
    )
  return { ...cloud, form, jsonText: json, cbor }
}

const gzip = (bytes: BlobPart) => new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
const bytesOf = (hex: string) => new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
const reading: DecodeOptions = { tags: Object.assign([], { 1: (value: () => unknown) => ({ epoch: value() }) }) }

describe('the same alarm', () => {
  it('in Query', async () => {
    const { form } = await withAlarm()
    const response = await form('Action=DescribeAlarms&Version=2010-08-01&AlarmNames.member.1=a1')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml'])
    const text = await response.text()
    expect(text).toMatch(/^<DescribeAlarmsResponse xmlns="[^"]+"><DescribeAlarmsResult><MetricAlarms><member><AlarmName>a1</)
    expect(text).toContain('<StateUpdatedTimestamp>2026-11-24T12:00:00.000Z</StateUpdatedTimestamp>')
    expect(text).toContain('<AlarmActions/>')
    expect(text).toMatch(/<\/DescribeAlarmsResult><ResponseMetadata><RequestId>[0-9a-f-]{36}</)
  })

  it('in JSON', async () => {
    const { jsonText } = await withAlarm()
    const response = await jsonText('DescribeAlarms', '{"AlarmNames":["a1"]}')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      MetricAlarms: [{ AlarmName: 'a1', StateUpdatedTimestamp: Date.UTC(2026, 10, 24, 12) / 1000 }],
    })
  })

  it('in CBOR', async () => {
    const { cbor } = await withAlarm()
    const response = await cbor('DescribeAlarms', bytesOf('a16a416c61726d4e616d657381626131'))
    const { status, headers } = response
    expect([status, headers.get('content-type'), headers.get('smithy-protocol')]).toEqual([200, 'application/cbor', 'rpc-v2-cbor'])
    const body = decode(new Uint8Array(await response.arrayBuffer()), reading)
    expect(body).toMatchObject({ MetricAlarms: [{ AlarmName: 'a1', StateUpdatedTimestamp: { epoch: Date.UTC(2026, 10, 24, 12) / 1000 } }] })
  })
})

describe('metrics', () => {
  it('are put by Query, whose answer has no result', async () => {
    const { form } = await withAlarm()
    const datum =
      'MetricData.member.1.MetricName=Latency&MetricData.member.1.Timestamp=2026-11-24T11%3A58%3A20Z&MetricData.member.1.Value=12.5'
    const response = await form(`Action=PutMetricData&Version=2010-08-01&Namespace=MyApp&${datum}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toMatch(
      /^<PutMetricDataResponse xmlns="[^"]+"><ResponseMetadata><RequestId>[^<]+<\/RequestId><\/ResponseMetadata><\/PutMetricDataResponse>$/,
    )
  })

  it.each(['json', 'cbor'])('are put packed over %s, and stored', async (protocol) => {
    const { jsonText, cbor, json } = await withAlarm()
    const MetricData = Array.from({ length: 300 }, (_, at) => ({ MetricName: 'Big', Value: at + 0.5, Unit: 'Count' }))
    const input = { Namespace: 'MyApp', MetricData }
    const packed = { 'content-encoding': 'gzip' }
    const body = new Uint8Array(
      await (await gzip(protocol === 'json' ? JSON.stringify(input) : new Uint8Array(encode(input)))).arrayBuffer(),
    )
    const response = protocol === 'json' ? await jsonText('PutMetricData', body, packed) : await cbor('PutMetricData', body, packed)
    expect([response.status, await response.text()]).toEqual([200, ''])
    const window = { StartTime: Date.UTC(2026, 10, 24, 12) / 1000, EndTime: Date.UTC(2026, 10, 24, 12, 1) / 1000, Period: 60 }
    const read = await json('GetMetricStatistics', { Namespace: 'MyApp', MetricName: 'Big', ...window, Statistics: ['SampleCount'] })
    expect(read.body['Datapoints']).toMatchObject([{ SampleCount: 300 }])
  })
})

describe('refusals', () => {
  const state = { AlarmName: 'none', StateValue: 'OK', StateReason: 'x' }

  it('in JSON, with the code of Query in a header', async () => {
    const { jsonText } = await withAlarm()
    const response = await jsonText('SetAlarmState', JSON.stringify(state))
    expect([response.status, response.headers.get('x-amzn-query-error')]).toEqual([404, 'ResourceNotFound;Sender'])
    expect(await response.json()).toEqual({ __type: 'com.amazonaws.cloudwatch#ResourceNotFound' })
  })

  it('in Query', async () => {
    const { form } = await withAlarm()
    const response = await form('Action=SetAlarmState&Version=2010-08-01&AlarmName=none&StateValue=OK&StateReason=x')
    expect(response.status).toBe(404)
    expect(await response.text()).toMatch(
      /<Error><Type>Sender<\/Type><Code>ResourceNotFound<\/Code><Message\/><\/Error><RequestId>[^<]+<\/RequestId><\/ErrorResponse>$/,
    )
  })

  it('in CBOR', async () => {
    const { cbor } = await withAlarm()
    const response = await cbor('SetAlarmState', new Uint8Array(encode(state)))
    expect([response.status, response.headers.get('x-amzn-query-error')]).toEqual([404, 'ResourceNotFound;Sender'])
    expect(decode(new Uint8Array(await response.arrayBuffer()))).toEqual({ __type: 'com.amazonaws.cloudwatch#ResourceNotFound' })
  })

  it('of a window that ends before it begins', async () => {
    const { jsonText } = await withAlarm()
    const input = { Namespace: 'MyApp', MetricName: 'Latency', StartTime: 2000, EndTime: 1000, Period: 60, Statistics: ['Sum'] }
    const response = await jsonText('GetMetricStatistics', JSON.stringify(input))
    expect([response.status, response.headers.get('x-amzn-query-error')]).toEqual([400, 'InvalidParameterValue;Sender'])
    expect(await response.json()).toEqual({
      __type: 'com.amazonaws.cloudwatch#InvalidParameterValueException',
      message: 'The parameter StartTime must be less than the parameter EndTime.',
    })
  })
})
