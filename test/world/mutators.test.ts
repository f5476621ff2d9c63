import { describe, expect, test } from 'vitest'
import { MINUTE } from '#lib/time.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { mutators, type WorldRecord } from '#world/index.ts'
import { extractGroup, loadGroup, ordersGroup, recordsOf } from './read-world.ts'

const practice = { scenario: 'practice', seed: 12, size: 400 } as const
const pipeline = { scenario: 'pipeline', seed: 12, groups: [extractGroup] } as const
const web = { scenario: 'shop', seed: 12, window: 5 * MINUTE, groups: ['/brightside/web-1/access'] } as const

const mutated = (spec: WorldSpec, name: string, argument?: string): readonly WorldRecord[] =>
  recordsOf({ ...spec, mutators: [argument === undefined ? { name } : { name, argument }] })

/** The messages that stand at the same place in both logs and differ. */
const changed = (spec: WorldSpec, name: string, argument?: string): readonly { readonly from: string; readonly to: string }[] => {
  const before = recordsOf(spec)
  const after = mutated(spec, name, argument)
  expect(after).toHaveLength(before.length)
  return after.flatMap(({ message }, at) => {
    const from = before[at]?.message ?? ''
    return from === message ? [] : [{ from, to: message }]
  })
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const tests: Readonly<Record<string, () => void>> = {
  empty: () => expect(mutated(practice, 'empty')).toEqual([]),

  'one-row': () => {
    expect(mutated(practice, 'one-row')).toHaveLength(1)
    expect(mutated(pipeline, 'one-row')[0]?.message).toContain('"durationMs"')
  },

  duplicates: () => {
    const records = mutated(practice, 'duplicates')
    const twice = records.filter((record, at) => at > 0 && record.message === records[at - 1]?.message)
    expect(twice).toHaveLength(records.length - 400)
    expect(twice.length).toBeGreaterThan(10)
  },

  ties: () => {
    const values = mutated(pipeline, 'ties', 'durationMs').flatMap(({ message }) => /"durationMs":(\d+)/.exec(message)?.[1] ?? [])
    const count = (value: string): number => values.filter((other) => other === value).length
    const largest = String(Math.max(...values.map(Number)))
    expect(values).toHaveLength(378)
    expect(count(largest)).toBeGreaterThan(20)
    expect(largest).toBe(
      String(Math.max(...recordsOf(pipeline).flatMap(({ message }) => Number(/"durationMs":(\d+)/.exec(message)?.[1] ?? 0)))),
    )
  },

  'late-event': () => {
    const late = mutated(practice, 'late-event').filter(({ timestamp, ingestionTime }) => ingestionTime - timestamp >= 5 * MINUTE)
    expect(late.length).toBeGreaterThan(5)
    expect(late.length).toBeLessThan(60)
  },

  'malformed-line': () => {
    const records = mutated(practice, 'malformed-line')
    const broken = records.filter(({ message }) => !isJson(message))
    expect(broken).toHaveLength(records.length - 400)
    expect(broken.length).toBeGreaterThan(4)
    expect(broken.every(({ message }) => message.startsWith('{"timestamp"'))).toBe(true)
  },

  'non-ascii': () => {
    const differences = changed(practice, 'non-ascii')
    expect(differences.length).toBeGreaterThan(40)
    for (const { to } of differences) {
      expect(JSON.parse(to).note).toMatch(/[^\x20-\x7e]/)
    }
    const lines = changed(pipeline, 'non-ascii')
    expect(lines.every(({ to }) => / \{.*"note":".*"\}\n$/.test(to))).toBe(true)
  },

  'missing-field': () => {
    const differences = changed(practice, 'missing-field', 'msg.statusCode')
    expect(differences.length).toBeGreaterThan(30)
    for (const { from, to } of differences) {
      const { executionTime } = JSON.parse(from).msg
      expect(JSON.parse(to).msg).toEqual({ executionTime })
    }
    expect(changed(pipeline, 'missing-field', 'durationMs').every(({ to }) => /,"rows":\d+\}\n$/.test(to))).toBe(true)
    const reports = changed(pipeline, 'missing-field', '@maxMemoryUsed')
    expect(reports.every(({ to }) => to.startsWith('REPORT ') && !to.includes('Max Memory Used') && to.endsWith('\t\n'))).toBe(true)
    expect(changed({ scenario: 'practice', seed: 1 }, 'missing-field', 'nowhere')).toEqual([])
  },

  'mixed-types': () => {
    for (const { from, to } of changed(practice, 'mixed-types', 'msg.statusCode')) {
      expect(JSON.parse(to).msg.statusCode).toBe(String(JSON.parse(from).msg.statusCode))
    }
    const branches = changed(pipeline, 'mixed-types', 'branch')
    expect(branches.length).toBeGreaterThan(60)
    expect(branches.every(({ to }) => /"branch":\{"name":"\w+"\}/.test(to))).toBe(true)
  },

  'other-case': () => {
    const differences = changed(practice, 'other-case', 'ERROR')
    expect(differences.length).toBeGreaterThan(10)
    expect(differences.every(({ from, to }) => from.includes('"ERROR"') && to === from.replace('ERROR', 'error'))).toBe(true)
    expect(changed(pipeline, 'other-case', 'leeds').every(({ to }) => to.includes('LEEDS'))).toBe(true)
  },

  'look-alike': () => {
    const differences = changed(practice, 'look-alike', '500')
    expect(differences.length).toBeGreaterThan(20)
    for (const { from, to } of differences) {
      expect(from).not.toContain('500')
      expect(JSON.parse(to)).toEqual({ ...JSON.parse(from), note: 'retry after 500 ms' })
    }
    expect(changed(web, 'look-alike', '404').every(({ to }) => /"(GET|POST) \S*\/404 HTTP\/1\.1" /.test(to))).toBe(true)
    expect(changed(pipeline, 'look-alike', 'whitby').every(({ to }) => to.includes('"note":"not counted as whitby"'))).toBe(true)
  },

  gap: () => {
    const records = mutated({ ...practice, size: 100 }, 'gap', '2m')
    const gaps = records.slice(1).map(({ timestamp }, at) => timestamp - (records[at]?.timestamp ?? 0))
    expect(Math.max(...gaps)).toBeGreaterThan(2 * MINUTE - 1)
    expect(gaps.filter((gap) => gap > MINUTE)).toHaveLength(1)
    expect(records.length).toBeGreaterThan(70)
  },

  'fault-absent': () => {
    const spec = { scenario: 'shop', seed: 12, window: 3 * MINUTE, groups: [ordersGroup], faults: { 'bad-deploy': { at: '+1m' } } } as const
    expect(recordsOf(spec).some(({ message }) => message.includes('TypeError'))).toBe(true)
    expect(mutated(spec, 'fault-absent').some(({ message }) => message.includes('TypeError'))).toBe(false)
  },

  'fault-elsewhere': () => {
    const spec = { ...pipeline, faults: { 'slow-branch': { branch: 'leeds' } } }
    const slow = (records: readonly WorldRecord[]) =>
      new Set(records.flatMap(({ message }) => /"branch":"(\w+)","rows":\d+,"durationMs":\d{4}/.exec(message)?.[1] ?? []))
    expect(slow(recordsOf(spec))).toEqual(new Set(['leeds']))
    const elsewhere = slow(mutated(spec, 'fault-elsewhere'))
    expect(elsewhere.size).toBe(1)
    expect(elsewhere.has('leeds')).toBe(false)
    const night = { scenario: 'pipeline', seed: 12, window: 60 * MINUTE, groups: [loadGroup], with: { every: '10s' } } as const
    const firstSlow = (log: readonly WorldRecord[]) => log.findIndex(({ message }) => /"durationMs":\d{4}/.test(message))
    const queueing = { ...night, faults: { queueing: { at: '+5m', for: '10m' } } }
    expect(firstSlow(mutated(queueing, 'fault-elsewhere'))).not.toBe(firstSlow(recordsOf(queueing)))
  },
}

describe('mutators', () => {
  test.each(mutators.map(({ name, says }) => [name, says] as const))('%s: %s', (name) => {
    const run = tests[name]
    expect(run).toBeDefined()
    run?.()
  })

  test('follow one after the other', () => {
    const records = recordsOf({
      ...practice,
      mutators: [
        { name: 'look-alike', argument: '500' },
        { name: 'missing-field', argument: 'msg.statusCode' },
      ],
    })
    expect(records.some(({ message }) => message.includes('"note"'))).toBe(true)
    expect(records.some(({ message }) => !message.includes('statusCode'))).toBe(true)
  })
})
