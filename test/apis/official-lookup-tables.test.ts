import type { Server } from 'node:http'
import {
  CloudWatchLogsClient,
  CreateLookupTableCommand,
  DeleteLookupTableCommand,
  DescribeLookupTablesCommand,
  GetLookupTableCommand,
  InvalidParameterException,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
  UpdateLookupTableCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpServer } from '../../src/commands/serve.ts'
import { startCloud } from './call.ts'

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
