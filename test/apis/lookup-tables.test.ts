import { describe, expect, it } from 'vitest'
import { NOW, startCloud, withLetters } from './call.ts'

const body = 'id,name\n1,Ana\n2,"Bo, jr"\n'
const arn = (name: string) => `arn:aws:logs:eu-west-1:123456789012:lookup-table:${name}`

async function withTable(lookupTableName = 'users', tableBody = body) {
  const cloud = startCloud()
  const made = await cloud.call('CreateLookupTable', { lookupTableName, tableBody }, '123456789012')
  const call = (operation: string, input: unknown) => cloud.call(operation, input, '123456789012')
  return { ...cloud, call, made }
}

describe('a lookup table', () => {
  it('is made of a CSV, described and given back', async () => {
    const { call, made } = await withTable()
    expect(made.body).toEqual({ lookupTableArn: arn('users'), createdAt: NOW })
    const head = { lookupTableArn: arn('users'), lookupTableName: 'users', sizeBytes: 25, lastUpdatedTime: NOW }
    expect((await call('DescribeLookupTables', {})).body).toEqual({
      lookupTables: [{ ...head, tableFields: ['id', 'name'], recordsCount: 2 }],
    })
    expect((await call('GetLookupTable', { lookupTableArn: arn('users') })).body).toEqual({ ...head, tableBody: body })
  })

  it('is replaced as a whole, and keeps what it is told nothing of', async () => {
    const { call, clock } = await withTable()
    await call('UpdateLookupTable', { lookupTableArn: arn('users'), tableBody: 'k\nv\n', description: 'people', kmsKeyId: 'key' })
    clock.advance(1000)
    const { body: updated } = await call('UpdateLookupTable', { lookupTableArn: arn('users'), tableBody: 'k\nw\n', kmsKeyId: '' })
    expect(updated).toEqual({ lookupTableArn: arn('users'), lastUpdatedTime: NOW + 1000 })
    const { body: got } = await call('GetLookupTable', { lookupTableArn: arn('users') })
    expect(got).toMatchObject({ tableBody: 'k\nw\n', description: 'people' })
    expect(got).not.toHaveProperty('kmsKeyId')
  })

  it('is made of what a query gave', async () => {
    const cloud = startCloud()
    await withLetters(cloud, 'ab')
    const queryString = 'fields @message as letter, nothing | sort @timestamp asc'
    const { body: started } = await cloud.call('StartQuery', {
      logGroupName: '/g',
      startTime: NOW / 1000 - 60,
      endTime: NOW / 1000,
      queryString,
    })
    const { queryId } = started
    const early = await cloud.call('CreateLookupTable', { lookupTableName: 'letters', queryId })
    expect(early.body).toMatchObject({ __type: 'InvalidParameterException', message: expect.stringContaining('this one is Running') })
    while ((await cloud.call('GetQueryResults', { queryId })).body['status'] === 'Running')
      await new Promise((resolve) => setImmediate(resolve))
    const { body: made } = await cloud.call('CreateLookupTable', { lookupTableName: 'letters', queryId })
    const { body: got } = await cloud.call('GetLookupTable', { lookupTableArn: made['lookupTableArn'] })
    expect(got['tableBody']).toBe('letter,nothing\na,\nb,\n')
  })

  it('goes, and with it its tags', async () => {
    const { call } = await withTable()
    await call('TagResource', { resourceArn: arn('users'), tags: { team: 'a' } })
    expect((await call('ListTagsForResource', { resourceArn: arn('users') })).body).toEqual({ tags: { team: 'a' } })
    expect((await call('DeleteLookupTable', { lookupTableArn: arn('users') })).status).toBe(200)
    for (const operation of ['GetLookupTable', 'DeleteLookupTable'])
      expect((await call(operation, { lookupTableArn: arn('users') })).body).toEqual({
        __type: 'ResourceNotFoundException',
        message: 'The specified lookup table does not exist.',
      })
    await call('CreateLookupTable', { lookupTableName: 'users', tableBody: body })
    expect((await call('ListTagsForResource', { resourceArn: arn('users') })).body).toEqual({ tags: {} })
  })

  it('belongs to its account and region', async () => {
    const { call } = await withTable()
    for (const elsewhere of ['users', arn('users').replace('eu-west-1', 'us-east-1'), arn('users').replace('12345', '99999')])
      expect((await call('GetLookupTable', { lookupTableArn: elsewhere })).body['__type']).toBe('ResourceNotFoundException')
  })
})

describe('CreateLookupTable refuses', () => {
  it.each([
    [{ lookupTableName: 'a-b', tableBody: body }, /at 'lookupTableName' failed to satisfy constraint/],
    [{ lookupTableName: 'a' }, /Exactly one of tableBody and queryId must be given/],
    [{ lookupTableName: 'a', tableBody: body, queryId: 'x' }, /Exactly one of tableBody and queryId must be given/],
    [{ lookupTableName: 'a', queryId: 'x' }, /The specified query does not exist: x/],
    [{ lookupTableName: 'a', tableBody: '' }, /it has no header row/],
    [{ lookupTableName: 'a', tableBody: 'a,,c\n' }, /column 2 of the header row has no name/],
    [{ lookupTableName: 'a', tableBody: 'a,b,a\n' }, /the header row names the column "a" twice/],
    [{ lookupTableName: 'a', tableBody: 'a\n1\n2,3\n' }, /line 3 has 2 cells, the header row names 1 columns/],
    [{ lookupTableName: 'a', tableBody: 'a\n"1' }, /line 2: a quote is opened and never closed/],
    [{ lookupTableName: 'a', tableBody: `a\n${'x'.repeat(10 * 1024 * 1024)}` }, /it has 10485762 bytes, at most 10485760 are allowed/],
  ])('a table that cannot be', async (input, message) => {
    const { status, body: answer } = await startCloud().call('CreateLookupTable', input)
    expect([status, answer['__type']]).toEqual([400, 'InvalidParameterException'])
    expect(answer['message']).toMatch(message)
  })

  it('a name that is taken, and the hundred and first', async () => {
    const { call } = await withTable('t1')
    expect((await call('CreateLookupTable', { lookupTableName: 't1', tableBody: body })).body['__type']).toBe(
      'ResourceAlreadyExistsException',
    )
    for (let at = 2; at <= 100; at++) await call('CreateLookupTable', { lookupTableName: `t${at}`, tableBody: body })
    expect((await call('CreateLookupTable', { lookupTableName: 't101', tableBody: body })).body['__type']).toBe('LimitExceededException')
    const first = await call('DescribeLookupTables', { lookupTableNamePrefix: 't1', maxResults: 10 })
    const second = await call('DescribeLookupTables', { lookupTableNamePrefix: 't1', maxResults: 10, nextToken: first.body['nextToken'] })
    expect(first.body['lookupTables']).toHaveLength(10)
    expect(second.body).toMatchObject({ lookupTables: [{ lookupTableName: 't18' }, { lookupTableName: 't19' }] })
    expect(second.body).not.toHaveProperty('nextToken')
  })

  it('holds a table of nearly ten megabytes', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},"${'y'.repeat(88)}"`)
    const { call } = await withTable('large', `id,text\n${rows.join('\n')}`)
    expect((await call('DescribeLookupTables', {})).body).toMatchObject({ lookupTables: [{ recordsCount: 100_000 }] })
  })
})
