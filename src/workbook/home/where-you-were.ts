import { findPlace, type Course, type Place } from '../course.ts'
import type { Progress } from '../progress/store.ts'

/** What the card at the top of home offers. */
export type Offer =
  | { readonly kind: 'start'; readonly place: Place }
  | { readonly kind: 'carry-on'; readonly place: Place; readonly hasDraft: boolean }
  | { readonly kind: 'next'; readonly place: Place }
  | { readonly kind: 'finished' }

/** Where the learner was; what follows it when that is done; the beginning on a first visit. */
export function whereYouWere(course: Course, progress: Progress): Offer {
  const all = course.units.flatMap((unit) => unit.exercises)
  const isDone = (id: string): boolean => progress.records.get(id)?.done !== undefined
  const here = progress.here === undefined ? undefined : findPlace(course, progress.here.exercise)
  if (here !== undefined && !isDone(here.summary.id)) {
    return { kind: 'carry-on', place: here, hasDraft: Object.keys(progress.records.get(here.summary.id)?.answers ?? {}).length > 0 }
  }
  const from = here === undefined ? 0 : all.findIndex(({ id }) => id === here.summary.id) + 1
  const open = [...all.slice(from), ...all.slice(0, from)].find(({ id }) => !isDone(id))
  const place = open === undefined ? undefined : findPlace(course, open.id)
  if (place === undefined) return { kind: 'finished' }
  const isFresh = here === undefined && all.every(({ id }) => !isDone(id))
  return isFresh ? { kind: 'start', place } : { kind: 'next', place }
}
