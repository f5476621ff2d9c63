import { createContext, use } from 'react'
import { invariant } from '#lib/invariant.ts'
import type { Exercise, ExerciseSummary, Unit } from '#grading/exercise.ts'

/** The course as the build read it from `exercises/`. */
export type Course = {
  readonly units: readonly Unit[]
  loadExercise(id: string): Promise<Exercise>
}

/** An exercise's place in the course: its unit, and what comes before and after it. */
export type Place = {
  readonly unit: Unit
  readonly summary: ExerciseSummary
  /** From 0, within the unit. */
  readonly index: number
  readonly previous: ExerciseSummary | undefined
  readonly next: ExerciseSummary | undefined
}

export const CourseContext = createContext<Course | undefined>(undefined)

export function useCourse(): Course {
  const course = use(CourseContext)
  invariant(course !== undefined, 'cannot show a page: it stands outside the workbook')
  return course
}

export const exercisePath = (id: string): string => `/exercises/${id}`

export function findPlace(course: Course, id: string): Place | undefined {
  const all = course.units.flatMap((unit) => unit.exercises.map((summary, index) => ({ unit, summary, index })))
  const at = all.findIndex((place) => place.summary.id === id)
  const place = all[at]
  return place === undefined ? undefined : { ...place, previous: all[at - 1]?.summary, next: all[at + 1]?.summary }
}
