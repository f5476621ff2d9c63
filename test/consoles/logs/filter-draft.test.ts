import { expect, test } from 'vitest'
import { draftOf, emptyDraft, inputOf, problemsOf } from '#consoles/logs/console/filters/filter-draft.ts'
import { retentionPhrase } from '#consoles/logs/console/groups/retention.ts'

const sound = { ...emptyDraft('ERROR'), name: 'errors', namespace: 'Brightside', metric: 'Errors' }

test('a form without names says what is missing at each field', () => {
  expect(Object.keys(problemsOf(emptyDraft('')))).toEqual(['name', 'namespace', 'metric'])
})

test('a default value goes with no dimension and must be a number', () => {
  const dimensions = [{ name: 'Branch', value: '$.branch' }]
  expect(problemsOf({ ...sound, defaultValue: 'ten' }).defaultValue).toBe('expected a number, found "ten"')
  expect(problemsOf({ ...sound, defaultValue: '0', dimensions }).defaultValue).toMatch(/no default value/)
  expect(problemsOf({ ...sound, defaultValue: '0' })).toEqual({})
})

test('a filter that stands is read into the form and written back as it was', () => {
  const input = inputOf('/g', { ...sound, defaultValue: '0', unit: 'Count' })
  expect(draftOf({ ...input, creationTime: 1 })).toEqual({ ...sound, defaultValue: '0', unit: 'Count' })
})

test('retention is said as AWS’s console says it', () => {
  expect([undefined, 1, 5, 30, 400].map(retentionPhrase)).toEqual([
    'Never expire',
    '1 day',
    '5 days',
    '1 month (30 days)',
    '13 months (400 days)',
  ])
})
