import { describe, expect, test } from 'vitest'
import { NOW, startCloudWatch, type Reply } from './call-cloudwatch.ts'

type Listed = {
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[]
}
const listed = ({ body }: Reply): readonly Listed[] => (Array.isArray(body['Metrics']) ? body['Metrics'] : [])
const names = (reply: Reply): readonly string[] =>
  listed(reply).map(({ Namespace, MetricName, Dimensions }) =>
    [Namespace, MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${Value}`)].join(' '),
  )

async function startWithMetrics() {
  const cloud = startCloudWatch()
  const put = (Namespace: string, MetricName: string, dimensions: Readonly<Record<string, string>>) =>
    cloud.json('PutMetricData', {
      Namespace,
      MetricData: [{ MetricName, Value: 1, Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })) }],
    })
  await put('App', 'Hits', {})
  await put('App', 'Hits', { Zone: 'a', Branch: 'Leeds' })
  await put('App', 'Errors', { Branch: 'York' })
  await put('Shop', 'Hits', { Branch: 'Leeds' })
  return cloud
}

describe('ListMetrics', () => {
  test.each([
    ['lists all, dimensions by name', {}, ['App Hits', 'App Hits Branch=Leeds Zone=a', 'App Errors Branch=York', 'Shop Hits Branch=Leeds']],
    ['by namespace', { Namespace: 'Shop' }, ['Shop Hits Branch=Leeds']],
    ['by name', { MetricName: 'Errors' }, ['App Errors Branch=York']],
    ['by a dimension that is there', { Dimensions: [{ Name: 'Zone' }] }, ['App Hits Branch=Leeds Zone=a']],
    [
      'by a dimension and its value; further dimensions do not matter',
      { Dimensions: [{ Name: 'Branch', Value: 'Leeds' }] },
      ['App Hits Branch=Leeds Zone=a', 'Shop Hits Branch=Leeds'],
    ],
    [
      'by all that is asked',
      { Namespace: 'App', Dimensions: [{ Name: 'Branch', Value: 'Leeds' }, { Name: 'Zone' }] },
      ['App Hits Branch=Leeds Zone=a'],
    ],
    ['exactly: no part of a name', { Namespace: 'Ap' }, []],
    ['of another account: none', { OwningAccount: '999999999999' }, []],
  ])('%s', async (_, input, expected) => {
    const { json } = await startWithMetrics()
    expect(names(await json('ListMetrics', input))).toEqual(expected)
  })

  test('says whose each is where linked accounts are asked for', async () => {
    const { json } = await startWithMetrics()
    const { body } = await json('ListMetrics', { IncludeLinkedAccounts: true, Namespace: 'Shop' })
    expect(body['OwningAccounts']).toEqual(['111122223333'])
  })

  test('forgets a metric two weeks after its newest datapoint; three hours after it is no longer active', async () => {
    const { json, clock } = await startWithMetrics()
    const active = async () => listed(await json('ListMetrics', { RecentlyActive: 'PT3H' })).length
    expect(await active()).toBe(4)
    clock.jump(NOW + 4 * 3_600_000)
    expect([await active(), listed(await json('ListMetrics', {})).length]).toEqual([0, 4])
    clock.jump(NOW + 15 * 86_400_000)
    expect(listed(await json('ListMetrics', {}))).toEqual([])
  })

  test('has 500 a page, each metric once', async () => {
    const { json } = startCloudWatch()
    for (const part of [0, 1])
      await json('PutMetricData', {
        Namespace: 'Many',
        MetricData: Array.from({ length: 600 }, (_, at) => ({ MetricName: `m${part * 600 + at}`, Value: 1 })),
      })
    const sizes: number[] = []
    const seen = new Set<string>()
    let NextToken: unknown
    do {
      const reply = await json('ListMetrics', NextToken === undefined ? {} : { NextToken })
      sizes.push(listed(reply).length)
      names(reply).forEach((name) => seen.add(name))
      NextToken = reply.body['NextToken']
    } while (NextToken !== undefined && sizes.length < 9)
    expect(sizes).toEqual([500, 500, 200])
    expect(seen.size).toBe(1200)
  })

  test('an exact page has no next one', async () => {
    const { json } = startCloudWatch()
    await json('PutMetricData', {
      Namespace: 'Many',
      MetricData: Array.from({ length: 500 }, (_, at) => ({ MetricName: `m${at}`, Value: 1 })),
    })
    const { body } = await json('ListMetrics', {})
    expect(body['NextToken']).toBeUndefined()
  })

  test('refuses a span of activity that it does not know, and a token that it never gave', async () => {
    const { refusal } = await startWithMetrics()
    expect(await refusal('ListMetrics', { RecentlyActive: 'PT1H' })).toEqual({
      status: 400,
      code: 'ValidationError',
      message:
        "1 validation error detected: Value 'PT1H' at 'recentlyActive' failed to satisfy constraint: Member must satisfy enum value set: [PT3H]",
    })
    expect(await refusal('ListMetrics', { NextToken: 'nonsense' })).toEqual({
      status: 400,
      code: 'InvalidParameterValue',
      message: 'The value nonsense for parameter NextToken is invalid.',
    })
  })
})
