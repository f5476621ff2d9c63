import type { Difference } from '#grading/verdict.ts'
import { never } from '#lib/invariant.ts'
import { EventsTable } from './EventsTable.tsx'
import { RowsTable } from './RowsTable.tsx'

/** Side by side: what came out, and what should have. */
export function DifferenceView({ difference, isReading }: { readonly difference: Difference; readonly isReading: boolean }) {
  switch (difference.kind) {
    case 'rows':
      return <RowsTable difference={difference} />
    case 'events':
      return <EventsTable difference={difference} isReading={isReading} />
    case 'readings':
      // they stand under the answer, on the learner's side
      return null
    default:
      return never(difference)
  }
}
