import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { NeutralCase } from '../../../../src/commands/conformance/neutral-case.ts'
import { runWireCase } from '../../../../src/commands/conformance/kinds/wire.ts'

const file = new URL('../../../conformance/cloudwatch-logs/cases.json', import.meta.url)
const { cases }: { readonly cases: readonly (NeutralCase & { readonly name: string })[] } = JSON.parse(readFileSync(file, 'utf8'))
const wire = cases.filter(({ kind }) => kind === 'wire')

describe('the recorded calls of CloudWatch Logs', () => {
  it('are all there', () => expect(wire).toHaveLength(51))

  it.each(wire.map((testCase) => [testCase.id, testCase.name, testCase] as const))('%s: %s', async (_id, _name, testCase) => {
    const { passed, expected, actual } = await runWireCase(testCase)
    if (!passed) expect(actual).toEqual(expected)
  })
})

describe('the runner', () => {
  const request = { target: 'Logs_20140328.DescribeLogGroups', body: {} }
  const run = (expected: object) => runWireCase({ id: 'x', kind: 'wire', setup: [], request, expect: expected })

  it('fails on another status', async () => expect((await run({ status: 400 })).passed).toBe(false))
  it('fails on a member that is missing', async () => expect((await run({ status: 200, bodyHas: ['logGroups.0'] })).passed).toBe(false))
  it('fails on another length', async () => expect((await run({ status: 200, body: { logGroups: [{}] } })).passed).toBe(false))
  it('fails on an error that did not come', async () => expect((await run({ status: 200, error: { type: 'X' } })).passed).toBe(false))
  it('passes on what is there', async () => expect((await run({ status: 200, body: { logGroups: [] } })).passed).toBe(true))
})
