import { expect, it } from 'vitest'
import { finishQuery, messagesOf, NOW, startCloud } from './call.ts'

const EMAIL = 'arn:aws:dataprotection::aws:data-identifier/EmailAddress'

/** A policy over some identifiers, with whatever a test wants otherwise. */
const policy = (identifiers: readonly string[], change: object = {}) => ({
  Name: 'p',
  Version: '2021-06-01',
  Statement: [
    { Sid: 'audit', DataIdentifier: identifiers, Operation: { Audit: { FindingsDestination: {} } } },
    { Sid: 'mask', DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
  ],
  ...change,
})

const ownIdentifier = { Configuration: { CustomDataIdentifier: [{ Name: 'EmployeeId', Regex: 'EmployeeId-\\d{9}' }] } }

async function startGroup() {
  const cloud = startCloud()
  await cloud.call('CreateLogGroup', { logGroupName: '/g' })
  await cloud.call('CreateLogStream', { logGroupName: '/g', logStreamName: 's' })
  const put = (...messages: readonly string[]) =>
    cloud.call('PutLogEvents', {
      logGroupName: '/g',
      logStreamName: 's',
      logEvents: messages.map((message) => ({ timestamp: NOW, message })),
    })
  const protect = (document: unknown) =>
    cloud.call('PutDataProtectionPolicy', { logGroupIdentifier: '/g', policyDocument: JSON.stringify(document) })
  const filtered = async (input: object = {}) => messagesOf(await cloud.call('FilterLogEvents', { logGroupName: '/g', ...input }))
  return { ...cloud, put, protect, filtered }
}

it('hides what arrives while a policy stands, for good, and shows it to whoever asks for it', async () => {
  const { call, put, protect, filtered } = await startGroup()
  await put('1 a@x.org;')
  const answer = await protect(policy([EMAIL, 'EmployeeId'], ownIdentifier))
  expect(answer.body).toMatchObject({ logGroupIdentifier: '/g', lastUpdatedTime: NOW })
  await put('2 a@x.org EmployeeId-123456789;')
  await call('DeleteDataProtectionPolicy', { logGroupIdentifier: '/g' })
  await put('3 a@x.org;')
  const hidden = '1 a@x.org;2 ******* ********************;3 a@x.org;'
  expect(await filtered()).toBe(hidden)
  expect(await filtered({ unmask: true })).toBe('1 a@x.org;2 a@x.org EmployeeId-123456789;3 a@x.org;')
  const stream = { logGroupName: '/g', logStreamName: 's' }
  expect(messagesOf(await call('GetLogEvents', stream))).toBe(hidden)
  expect(messagesOf(await call('GetLogEvents', { ...stream, unmask: true }))).toContain('2 a@x.org')
})

it('holds patterns, queries, records and metric filters against what is shown', async () => {
  const { call, put, protect, filtered } = await startGroup()
  await protect(policy([EMAIL]))
  const transformation = { metricName: 'Seen', metricNamespace: 'N', metricValue: '1' }
  for (const filterPattern of ['"a@x.org"', 'mail'])
    await call('PutMetricFilter', {
      logGroupName: '/g',
      filterName: filterPattern.replaceAll(/\W/g, ''),
      filterPattern,
      metricTransformations: [{ ...transformation, metricName: `Seen-${filterPattern.length}` }],
    })
  await put('{"mail":"a@x.org","n":1}')
  expect(await filtered({ filterPattern: '"a@x.org"' })).toBe('')
  expect(await filtered({ filterPattern: '"a@x.org"', unmask: true })).toContain('a@x.org')
  const queryString = 'fields mail, @message, unmask(@message) as raw | filter mail like "***"'
  const started = await call('StartQuery', { logGroupName: '/g', startTime: NOW / 1000 - 60, endTime: NOW / 1000 + 60, queryString })
  const found = await finishQuery({ call }, String(started.body['queryId']))
  const cells: { field: string; value: string }[] = (found.body['results'] as { field: string; value: string }[][])[0] ?? []
  expect(cells.find(({ field }) => field === 'mail')?.value).toBe('*******')
  expect(cells.find(({ field }) => field === '@message')?.value).toBe('{"mail":"*******","n":1}')
  const logRecordPointer = cells.find(({ field }) => field === '@ptr')?.value
  expect((await call('GetLogRecord', { logRecordPointer })).body['logRecord']).toMatchObject({ mail: '*******' })
  expect((await call('GetLogRecord', { logRecordPointer, unmask: true })).body['logRecord']).toMatchObject({
    mail: 'a@x.org',
    '@message': '{"mail":"a@x.org","n":1}',
  })
})

it('tells of the policy and of its state', async () => {
  const { call, protect } = await startGroup()
  const state = async () => JSON.stringify((await call('DescribeLogGroups', {})).body).match(/"dataProtectionStatus":"(\w+)"/)?.[1]
  expect(await state()).toBe(undefined)
  expect((await call('GetDataProtectionPolicy', { logGroupIdentifier: '/g' })).body).toEqual({ logGroupIdentifier: '/g' })
  await protect(policy([EMAIL]))
  expect(await state()).toBe('ACTIVATED')
  const { body } = await call('GetDataProtectionPolicy', { logGroupIdentifier: 'arn:aws:logs:eu-west-1:123456789012:log-group:/g' })
  expect(JSON.parse(String(body['policyDocument']))).toEqual(policy([EMAIL]))
  await call('DeleteDataProtectionPolicy', { logGroupIdentifier: '/g' })
  expect(await state()).toBe('DELETED')
})

const refusals: readonly (readonly [says: string, document: unknown, type?: string])[] = [
  ['must be a JSON object', []],
  ['"Version" must be "2021-06-01"', policy([EMAIL], { Version: '2012-10-17' })],
  ['must have a text "Name"', policy([EMAIL], { Name: undefined })],
  ['no member "Statements"', { ...policy([EMAIL]), Statements: [] }],
  ['must have two statements', policy([EMAIL], { Statement: [] })],
  [
    'must match exactly',
    { ...policy([EMAIL]), Statement: [policy([EMAIL]).Statement[0], policy(['EmployeeId']).Statement[1]], ...ownIdentifier },
  ],
  ['neither the ARN of a managed data identifier', policy(['EmailAddress'])],
  ['the data identifier Address is not simulated', policy(['arn:aws:dataprotection::aws:data-identifier/Address']), 'NotImplemented'],
  ['"Regex" of 1 to 200', policy(['X'], { Configuration: { CustomDataIdentifier: [{ Name: 'X', Regex: '(a)' }] } })],
  ['is refused', policy(['X'], { Configuration: { CustomDataIdentifier: [{ Name: 'X', Regex: '[a' }] } })],
  ['There already is', policy(['X'], { Configuration: { CustomDataIdentifier: [{ Name: 'EmailAddress', Regex: 'a' }] } })],
  [
    'at most 10 custom',
    policy(['X'], { Configuration: { CustomDataIdentifier: Array.from({ length: 11 }, () => ({ Name: 'X', Regex: 'a' })) } }),
  ],
]

it.each(refusals.map((one) => [one[0], one] as const))(
  'refuses a policy: %s',
  async (says, [, document, type = 'InvalidParameterException']) => {
    const { protect, filtered, put } = await startGroup()
    const { body } = await protect(document)
    expect(body).toMatchObject({ __type: type, message: expect.stringContaining(says) })
    await put('a@x.org')
    expect(await filtered()).toBe('a@x.org')
  },
)

it('refuses a group that is not there, also for the findings', async () => {
  const { call, protect } = await startGroup()
  expect((await call('GetDataProtectionPolicy', { logGroupIdentifier: '/none' })).body['__type']).toBe('ResourceNotFoundException')
  const audit = { Audit: { FindingsDestination: { CloudWatchLogs: { LogGroup: '/none' } } } }
  const { Statement } = policy([EMAIL])
  const answer = await protect(policy([EMAIL], { Statement: [{ ...Statement[0], Operation: audit }, Statement[1]] }))
  expect(answer.body['__type']).toBe('ResourceNotFoundException')
})
