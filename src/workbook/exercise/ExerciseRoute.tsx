import { findPlace, useCourse } from '../course.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { PageHeading } from '../shell/PageHeading.tsx'

export default function ExerciseRoute({ id }: { readonly id: string }) {
  const course = useCourse()
  const place = findPlace(course, id)
  if (place === undefined) return <NotFoundPage what="exercise" />
  return <PageHeading title={place.summary.title} />
}
