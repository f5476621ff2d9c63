import { describe, expect, test } from 'vitest'
import { emptyRecord, importRecord, isTouched, mergeRecords, readRecord, type ExerciseRecord } from '#workbook/progress/record.ts'

const record = (changedAt: number, rest: Partial<ExerciseRecord> = {}): ExerciseRecord => ({ ...emptyRecord(changedAt), ...rest })
const text = (words: string): ExerciseRecord['answers'] => ({ 0: { kind: 'text', text: words } })

describe('mergeRecords', () => {
  test('the newer answer wins, whichever side it comes from', () => {
    const older = record(1, { answers: text('old') })
    const newer = record(2, { answers: text('new') })
    expect(mergeRecords(older, newer).answers).toEqual(text('new'))
    expect(mergeRecords(newer, older).answers).toEqual(text('new'))
  })

  test('an older tab’s done is not lost to a newer draft', () => {
    const done = record(1, { done: { help: false, at: 1 } })
    expect(mergeRecords(done, record(2, { answers: text('again') })).done).toEqual({ help: false, at: 1 })
  })

  test('what was begun afresh does not come back from an older copy', () => {
    const done = record(1, { done: { help: false, at: 1 } })
    expect(mergeRecords(done, record(2, { resetAt: 2 })).done).toBeUndefined()
  })

  test('alone is better than with help', () => {
    const helped = record(2, { done: { help: true, at: 2 } })
    expect(mergeRecords(record(1, { done: { help: false, at: 1 } }), helped).done?.help).toBe(false)
  })
})

describe('importRecord', () => {
  test('fills what is empty here, even if it was begun afresh later', () => {
    const imported = record(5, { answers: text('mine'), done: { help: false, at: 5 } })
    const taken = importRecord(record(9, { resetAt: 9 }), imported, 10)
    expect(taken.answers).toEqual(text('mine'))
    expect(taken.done).toEqual({ help: false, at: 5 })
    expect(mergeRecords(record(9, { resetAt: 9 }), taken).done).toEqual({ help: false, at: 5 })
  })

  test('keeps the newer answer that is here', () => {
    expect(importRecord(record(9, { answers: text('here') }), record(5, { answers: text('there') }), 10).answers).toEqual(text('here'))
  })
})

test('looking at an exercise is not working on it', () => {
  expect(isTouched(undefined)).toBe(false)
  expect(isTouched(record(1))).toBe(false)
  expect(isTouched(record(1, { answers: text('a') }))).toBe(true)
})

describe('readRecord', () => {
  test('reads what was written', () => {
    const written = record(3, {
      answers: { 0: { kind: 'text', text: 'a' }, 1: { kind: 'lines', eventIds: ['1'] }, 2: { kind: 'construct', lines: ['x'] } },
      hints: { 0: [1, 2] },
      done: { help: true, at: 2 },
    })
    expect(readRecord(JSON.parse(JSON.stringify(written)))).toEqual(written)
  })

  test.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'done'],
    ['no answers', { ...record(1), answers: undefined }],
    ['an answer of an unknown kind', { ...record(1), answers: { 0: { kind: 'essay', text: 'a' } } }],
    ['a text that is a number', { ...record(1), answers: { 0: { kind: 'text', text: 5 } } }],
    ['a drawing that is no number', { ...record(1), answers: { first: { kind: 'text', text: 'a' } } }],
    ['hints that are words', { ...record(1), hints: { 0: ['a'] } }],
    ['a time that is no number', { ...record(1), changedAt: 'now' }],
    ['a broken done', { ...record(1), done: true }],
  ])('refuses %s', (_, value) => {
    expect(readRecord(value)).toBeUndefined()
  })
})
