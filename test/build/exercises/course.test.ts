import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadCourse } from '../../../src/build/exercises/course.ts'

const root = mkdtempSync(join(tmpdir(), 'course-'))
afterAll(() => rmSync(root, { recursive: true }))

test('two files of one name are one id twice: the later one is told who has it', () => {
  const unit = join(root, '10-first')
  mkdirSync(unit)
  writeFileSync(join(unit, 'unit.md'), '---\ntitle: Unit\nsentence: One.\nskills: {terms: Words}\n---\n')
  for (const name of ['10-errors.md', '20-errors.md']) writeFileSync(join(unit, name), '')
  const told = loadCourse(root).problems.filter(({ file }) => file.endsWith('20-errors.md'))
  expect(told).toEqual([
    { file: join(unit, '20-errors.md'), line: 1, message: 'the name "errors" is taken by "10-errors.md": the number only orders' },
  ])
})
