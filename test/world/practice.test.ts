import { expect, test } from 'vitest'
import { createWorld } from '#world/index.ts'

test('practice has exactly the size asked for, 100 by default', () => {
  expect([...createWorld({ scenario: 'practice', seed: 1 }).records()]).toHaveLength(100)
  expect([...createWorld({ scenario: 'practice', seed: 1, size: 1234 }).records()]).toHaveLength(1234)
})

test('a practice line is JSON whose level follows its status', () => {
  for (const record of createWorld({ scenario: 'practice', seed: 7, size: 400, with: { failure: '503' } }).records()) {
    const line = JSON.parse(record.message)
    expect(line.level).toBe(line.msg.statusCode === 200 ? 'INFO' : 'ERROR')
    expect([200, 503]).toContain(line.msg.statusCode)
    expect(Date.parse(line.timestamp)).toBe(record.timestamp)
    expect(record.message).toMatch(/"executionTime":0\.\d{4}\}\}$/)
  }
})
