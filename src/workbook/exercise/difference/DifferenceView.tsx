import type { Difference } from '#grading/verdict.ts'
import { never } from '#lib/invariant.ts'
import { NightsView } from '../nights/NightsView.tsx'
import { ChoicesList } from './ChoicesList.tsx'
import { ClaimList } from './ClaimList.tsx'
import { EventsTable } from './tables/EventsTable.tsx'
import { MarksList } from './MarksList.tsx'
import { RowsTable } from './tables/RowsTable.tsx'
import { RulesList } from './RulesList.tsx'
import { StatesList } from './StatesList.tsx'

/** Side by side: what came out, and what should have. */
export function DifferenceView({ difference, isReading }: { readonly difference: Difference; readonly isReading: boolean }) {
  switch (difference.kind) {
    case 'rows':
      return <RowsTable difference={difference} />
    case 'events':
      return <EventsTable difference={difference} isReading={isReading} />
    case 'tables':
      return difference.rows === undefined ? null : <RowsTable difference={difference.rows} />
    case 'claim':
      return <ClaimList difference={difference} />
    case 'marks':
      return <MarksList difference={difference} />
    case 'readings':
      // they stand at the answer, on the learner's side
      return null
    case 'nights':
      return <NightsView difference={difference} />
    case 'panel':
      return <RulesList difference={difference} />
    case 'states':
      return <StatesList difference={difference} />
    case 'choices':
      return <ChoicesList difference={difference} />
    default:
      return never(difference)
  }
}
