import { expect, test } from 'vitest'
import { loadCourse } from '../src/build/exercises/course.ts'
import { runGates } from '../src/commands/gates/run-gates.ts'

const course = loadCourse('exercises')

test('every exercise file can be read', () => {
  expect(course.problems).toEqual([])
  expect(course.exercises.length).toBeGreaterThan(0)
})

// `npm run exercises` asks twenty seeds; five are dealt every mutator once.
test.each(course.exercises.map((loaded) => [loaded.exercise.id, loaded] as const))(
  '%s holds its gates on the live worlds',
  async (_, loaded) => {
    const { failures } = await runGates(loaded, 5)
    expect(failures).toEqual([])
  },
)
