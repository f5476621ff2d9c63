import { describe, expect, it } from 'vitest'
import { isSelection } from '#apis/cloudwatch-logs/field-selection.ts'
import { NOW, startCloud } from './call.ts'

const filter = (changes: object = {}, transformation: object = {}) => ({
  logGroupName: '/g',
  filterName: 'f',
  filterPattern: '{ $.a = 1 }',
  metricTransformations: [{ metricName: 'M', metricNamespace: 'N:#', metricValue: '1', ...transformation }],
  ...changes,
})

async function put(input: object) {
  const cloud = startCloud()
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  return cloud.call('PutMetricFilter', input)
}

describe('PutMetricFilter', () => {
  it.each([
    [filter({}, { metricValue: 'banana' }), 'Invalid metric transformation: metric value banana must be a valid number'],
    [filter({}, { metricValue: '$.a[*]' }), 'Invalid metric transformation: metric value $.a[*] must be a valid number'],
    [filter({}, { dimensions: { A: 'literal' } }), 'Invalid metric transformation: dimension value must be valid selector'],
    [filter({}, { dimensions: { A: '$.a[*]' } }), 'Invalid metric transformation: dimension value must be valid selector'],
    [
      filter({ filterPattern: 'ERROR' }, { dimensions: { A: '$.a' } }),
      'Invalid metric transformation: dimension value must be valid selector',
    ],
    [
      filter({ emitSystemFieldDimensions: ['@aws.region', '@source.log'] }, { dimensions: { A: '$.a', B: '$.b' } }),
      'Number of dimensions exceeds the maximum number of dimensions supported per metric filter',
    ],
    [filter({ fieldSelectionCriteria: '@source.log = "x"' }), 'The provided field selection criteria is invalid'],
    [filter({ filterPattern: '{ $.a == 1 }' }), 'Invalid metric filter pattern'],
    [
      filter({ metricTransformations: [filter().metricTransformations[0], filter().metricTransformations[0]] }),
      "1 validation error detected: Value at 'metricTransformations' failed to satisfy constraint: Member must have length less than or equal to 1",
    ],
  ])('refuses %j', async (input, message) => {
    const { status, body } = await put(input)
    expect([status, body]).toEqual([400, { __type: 'InvalidParameterException', message }])
  })

  it('names the units it knows', async () => {
    const { body } = await put(filter({}, { unit: 'Furlongs' }))
    expect(body['message']).toMatch(
      /^1 validation error detected: Value at 'metricTransformations.1.member.unit' failed to satisfy constraint: Member must satisfy enum value set: \[Seconds, .*None\]$/,
    )
  })

  it.each([
    filter({}, { metricValue: '$.missing' }),
    filter({}, { metricValue: '-1.5e3', defaultValue: 0 }),
    filter({ filterPattern: '[a, b]' }, { metricValue: '$2', dimensions: { A: '$a' } }),
    filter({ emitSystemFieldDimensions: ['@aws.region', '@aws.region'] }, { dimensions: { A: '$.a', B: "$['b.c']" } }),
    filter({ fieldSelectionCriteria: '@aws.region IN ("us-east-1", "eu-west-1") or (@aws.account != \'1\')' }),
  ])('takes %j', async (input) => expect((await put(input)).status).toBe(200))

  it('keeps the old filter when its replacement is refused, and creationTime when it is taken', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/g' })
    await cloud.call('PutMetricFilter', filter())
    cloud.clock.advance(1000)
    await cloud.call('PutMetricFilter', filter({ filterPattern: 'ERR*' }))
    const shown = async () => (await cloud.call('DescribeMetricFilters', { logGroupName: '/g' })).body['metricFilters']
    expect(await shown()).toMatchObject([{ filterPattern: '{ $.a = 1 }', creationTime: NOW }])
    await cloud.call('PutMetricFilter', filter({ filterPattern: 'ERROR' }))
    expect(await shown()).toMatchObject([{ filterPattern: 'ERROR', creationTime: NOW }])
  })

  it('has room for five filters with a regular expression; deleting one frees its place', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/g' })
    const putRegex = (name: string) => cloud.call('PutMetricFilter', filter({ filterName: name, filterPattern: `%${name}%` }))
    for (const name of ['a', 'b', 'c', 'd', 'e']) expect((await putRegex(name)).status).toBe(200)
    expect((await putRegex('e')).status).toBe(200)
    expect((await cloud.call('PutMetricFilter', filter({ filterName: 'q', filterPattern: '"100%"' }))).status).toBe(200)
    expect((await putRegex('f')).body).toEqual({ __type: 'LimitExceededException', message: 'Resource limit exceeded.' })
    await cloud.call('DeleteMetricFilter', { logGroupName: '/g', filterName: 'a' })
    expect((await putRegex('f')).status).toBe(200)
  })
})

describe('DescribeMetricFilters', () => {
  it('finds filters by their metric in every group, and by a prefix without a group', async () => {
    const cloud = startCloud()
    for (const logGroupName of ['/b', '/a']) {
      await cloud.call('CreateLogGroup', { logGroupName })
      await cloud.call('PutMetricFilter', filter({ logGroupName, filterName: `f${logGroupName[1] ?? ''}` }))
    }
    const names = async (input: object) => {
      const { body } = await cloud.call('DescribeMetricFilters', input)
      return Array.isArray(body['metricFilters']) && body['metricFilters'].map((each: { readonly filterName: string }) => each.filterName)
    }
    expect(await names({ metricName: 'M', metricNamespace: 'N:#' })).toEqual(['fa', 'fb'])
    expect(await names({ metricName: 'M', metricNamespace: 'other' })).toEqual([])
    expect(await names({ filterNamePrefix: 'fb' })).toEqual(['fb'])
  })

  it('comes by filter name, across groups too', async () => {
    const cloud = startCloud()
    for (const [logGroupName, filterName] of [
      ['/a', 'z'],
      ['/b', 'y'],
      ['/b', 'z'],
    ]) {
      await cloud.call('CreateLogGroup', { logGroupName })
      await cloud.call('PutMetricFilter', filter({ logGroupName, filterName }))
    }
    const found = [
      { logGroupName: '/b', filterName: 'y' },
      { logGroupName: '/a', filterName: 'z' },
      { logGroupName: '/b', filterName: 'z' },
    ]
    expect((await cloud.call('DescribeMetricFilters', {})).body['metricFilters']).toMatchObject(found)
    const { body } = await cloud.call('DescribeMetricFilters', { limit: 2 })
    const next = await cloud.call('DescribeMetricFilters', { limit: 2, nextToken: body['nextToken'] })
    expect(next.body).toMatchObject({ metricFilters: found.slice(2) })
  })

  it('shows system fields once and in order, and an empty selection not at all', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/g' })
    const emitSystemFieldDimensions = ['@source.log', '@aws.account', '@source.log']
    await cloud.call('PutMetricFilter', filter({ emitSystemFieldDimensions, fieldSelectionCriteria: '' }))
    const { body } = await cloud.call('DescribeMetricFilters', { logGroupName: '/g' })
    expect(body['metricFilters']).toMatchObject([{ emitSystemFieldDimensions: ['@aws.account', '@source.log'] }])
    expect(JSON.stringify(body)).not.toContain('fieldSelectionCriteria')
  })

  it('keeps nothing of a transformation that is null or that nobody knows', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/g' })
    const put = await cloud.call('PutMetricFilter', filter({}, { dimensions: { A: '$.a' }, defaultValue: null, unit: null, colour: 'red' }))
    expect(put.status).toBe(200)
    const { body } = await cloud.call('DescribeMetricFilters', { logGroupName: '/g' })
    const metricTransformations = [{ metricName: 'M', metricNamespace: 'N:#', metricValue: '1', dimensions: { A: '$.a' } }]
    expect(body['metricFilters']).toEqual([expect.objectContaining({ metricTransformations })])
  })

  it('tells a token of another prefix from no token at all', async () => {
    const cloud = startCloud()
    await cloud.call('CreateLogGroup', { logGroupName: '/g' })
    for (const filterName of ['a', 'b']) await cloud.call('PutMetricFilter', filter({ filterName }))
    const { body } = await cloud.call('DescribeMetricFilters', { logGroupName: '/g', limit: 1 })
    const other = await cloud.call('DescribeMetricFilters', { logGroupName: '/g', filterNamePrefix: 'a', nextToken: body['nextToken'] })
    expect(other.body['message']).toBe('The specified nextToken is invalid.')
    const next = await cloud.call('DescribeMetricFilters', { logGroupName: '/g', limit: 1, nextToken: body['nextToken'] })
    expect(next.body).toMatchObject({ metricFilters: [{ filterName: 'b' }] })
  })
})

describe('a field selection', () => {
  it.each([
    '',
    '  ',
    '@aws.region = "x"',
    "@aws.account != '1'",
    '@aws.region NOT IN ("a","b")',
    '(@aws.region="a") AND (@aws.account="b")',
  ])('takes %s', (text) => expect(isSelection(text)).toBe(true))
  it.each([
    '@aws.region',
    '@aws.region = x',
    '@aws.region IN ["a"]',
    '@aws.region = "a" AND',
    '(@aws.region = "a"',
    'region = "a"',
    '@aws.region > "a"',
  ])('refuses %s', (text) => expect(isSelection(text)).toBe(false))
})
