import { use } from 'react'
import type { Exercise } from '#grading/exercise.ts'
import { findPlace, useCourse, type Course, type Place } from '../course.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { ExercisePage } from './ExercisePage.tsx'

const loading = new Map<string, Promise<Exercise>>()

function loadOnce(course: Course, id: string): Promise<Exercise> {
  const known = loading.get(id)
  if (known !== undefined) return known
  const promise = course.loadExercise(id)
  loading.set(id, promise)
  // a part that did not arrive may arrive at the next try
  promise.catch(() => loading.delete(id))
  return promise
}

export default function ExerciseRoute({ id }: { readonly id: string }) {
  const course = useCourse()
  const place = findPlace(course, id)
  if (place === undefined) return <NotFoundPage what="exercise" />
  return <LoadedExercise key={id} course={course} place={place} />
}

function LoadedExercise({ course, place }: { readonly course: Course; readonly place: Place }) {
  const exercise = use(loadOnce(course, place.summary.id))
  return <ExercisePage place={place} exercise={exercise} />
}
