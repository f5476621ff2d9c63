import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadCourse } from '../src/build/exercises/course.ts'
import { loadDeckFile } from '../src/build/slides/plugin.ts'

const course = loadCourse('exercises')
const { deck } = loadDeckFile(process.cwd(), 'monitoring')
const places = new Set([
  ...course.exercises.map(({ exercise }) => `#/exercises/${exercise.id}`),
  ...deck.slides.map((slide) => `#/slides/monitoring/${slide.id}`),
  '#/logs',
])

test.each([...course.exercises.map(({ file }) => file), 'slides/monitoring/deck.md'])('%s links to pages that are there', (file) => {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\((#\/[^)\s]+)\)/g)].map(([, link]) => link)
  expect(links.filter((link) => link !== undefined && !places.has(link))).toEqual([])
})

test.each(['README.md', 'ARCHITECTURE.md', 'docs/authoring.md', 'docs/decks.md'])('%s names files that are there', (file) => {
  const text = readFileSync(file, 'utf8')
  const named = [...text.matchAll(/(?:\]\(|`)((?:src|docs|test|exercises|slides)\/[\w./-]+)/g)].map(([, path]) => path ?? '')
  expect(named.filter((path) => !/\.\.\.|my-|NAME/.test(path) && !existsSync(path))).toEqual([])
})
