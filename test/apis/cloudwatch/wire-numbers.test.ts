import { decode } from 'cborg'
import { describe, expect, it } from 'vitest'
import { credential, NOW_SECONDS, startCloudWatch } from './call-cloudwatch.ts'

/** Numbers as real clients write them, byte by byte. */
function startWire() {
  const cloud = startCloudWatch()
  const ask = (path: string, headers: Record<string, string>, body: BodyInit) =>
    cloud.backend.fetch(
      new Request(`http://127.0.0.1${path}`, { method: 'POST', headers: { ...headers, authorization: credential('111122223333') }, body }),
    )
  return {
    ...cloud,
    form: async (body: string) => {
      const answer = await ask('/', { 'content-type': 'application/x-www-form-urlencoded' }, body)
      return { status: answer.status, text: await answer.text() }
    },
    cbor: async (operation: string, hex: string, headers: Record<string, string> = {}) => {
      const bytes = new Uint8Array((hex.replaceAll(' ', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
      const path = `/service/GraniteServiceVersion20100801/operation/${operation}`
      return ask(path, { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor', ...headers }, bytes)
    },
    targeted: (body: string) => ask('/', { 'x-amz-target': 'GraniteServiceVersion20100801.ListMetrics' }, body),
  }
}

const datum = 'Action=PutMetricData&Version=2010-08-01&Namespace=App&MetricData.member.1.MetricName=Hits&MetricData.member.1.Value='

describe('a number that is none', () => {
  it.each([
    ['nan', 'NaN'],
    ['NaN', 'NaN'],
    ['inf', 'Infinity'],
    ['-inf', '-Infinity'],
    ['Infinity', 'Infinity'],
    ['-Infinity', '-Infinity'],
  ])('as boto3 writes it over Query (%s) is refused as a value out of range', async (written, shown) => {
    const { status, text } = await startWire().form(datum + written)
    expect(status).toBe(400)
    expect(text).toContain('<Code>InvalidParameterValue</Code>')
    expect(text).toContain(`<Message>The value ${shown} for parameter MetricData.member.1.Value is invalid.</Message>`)
  })

  it('is no threshold either', async () => {
    const alarm =
      'AlarmName=a&Namespace=App&MetricName=Hits&Statistic=Sum&Period=60&EvaluationPeriods=1&ComparisonOperator=GreaterThanThreshold'
    const { status, text } = await startWire().form(`Action=PutMetricAlarm&Version=2010-08-01&${alarm}&Threshold=nan`)
    expect(status).toBe(400)
    expect(text).toContain('<Message>The value NaN for parameter Threshold is not supported.</Message>')
  })

  it('is a word elsewhere: what only looks like one stays no number', async () => {
    const { text } = await startWire().form(`${datum}nancy`)
    expect(text).toContain('Member must be a number')
  })
})

describe('CBOR', () => {
  it('takes a whole double that comes as an integer beyond 2^53', async () => {
    const wire = startWire()
    // {Namespace: "A", MetricData: [{MetricName: "c", Value: 10^18}]}
    const input =
      'a2 69 4e616d657370616365 61 41 6a 4d657472696344617461 81 a2 6a 4d65747269634e616d65 61 63 65 56616c7565 1b0de0b6b3a7640000'
    expect((await wire.cbor('PutMetricData', input)).status).toBe(200)
    const window = { StartTime: NOW_SECONDS, EndTime: NOW_SECONDS + 60, Period: 60, Statistics: ['Sum'] }
    const { body } = await wire.json('GetMetricStatistics', { Namespace: 'A', MetricName: 'c', ...window })
    expect(body['Datapoints']).toMatchObject([{ Sum: 1e18 }])
  })

  it('refuses a request that names a JSON target as well', async () => {
    const answer = await startWire().cbor('ListMetrics', 'a0', { 'x-amz-target': 'GraniteServiceVersion20100801.ListMetrics' })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(decode(new Uint8Array(await answer.arrayBuffer())))).toContain('SerializationException')
  })
})

it('the code of an unreadable body carries no namespace in the header of Query codes', async () => {
  const wire = startWire()
  expect((await wire.targeted('{"x')).headers.get('x-amzn-query-error')).toBe('SerializationException;Sender')
  expect((await wire.cbor('ListMetrics', 'ff')).headers.get('x-amzn-query-error')).toBe('SerializationException;Sender')
})

it.each(['DeleteAlarms', 'EnableAlarmActions', 'DisableAlarmActions'])('%s needs a name at least', async (operation) => {
  const { json } = startWire()
  const { status, body } = await json(operation, { AlarmNames: [] })
  expect(status).toBe(400)
  expect(body).toMatchObject({
    __type: 'com.amazonaws.cloudwatch#ValidationError',
    message:
      "1 validation error detected: Value '[]' at 'alarmNames' failed to satisfy constraint: Member must have length greater than or equal to 1",
  })
})
