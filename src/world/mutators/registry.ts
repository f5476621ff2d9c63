import { duplicates } from './duplicates.ts'
import { empty } from './empty.ts'
import { faultAbsent } from './fault-absent.ts'
import { faultElsewhere } from './fault-elsewhere.ts'
import { gap } from './gap.ts'
import { lateEvent } from './late-event.ts'
import { lookAlike } from './look-alike.ts'
import { malformedLine } from './malformed-line.ts'
import { missingField } from './missing-field.ts'
import { mixedTypes } from './mixed-types.ts'
import type { Mutator } from './mutator.ts'
import { nonAscii } from './non-ascii.ts'
import { oneRow } from './one-row.ts'
import { otherCase } from './other-case.ts'
import { ties } from './ties.ts'

/** Every mutator there is, in the order documents list them. */
export const mutators: readonly Mutator[] = [
  empty,
  oneRow,
  duplicates,
  ties,
  lateEvent,
  malformedLine,
  nonAscii,
  missingField,
  mixedTypes,
  otherCase,
  lookAlike,
  gap,
  faultAbsent,
  faultElsewhere,
]

export const findMutator = (name: string): Mutator | undefined => mutators.find((mutator) => mutator.name === name)
