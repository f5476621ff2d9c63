import type { Sessionize } from '#languages/insights/ast.ts'
import { periodLength } from '#languages/insights/parse/period.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import { GroupIndex } from '../../aggregates/group-index.ts'
import type { Planner } from '../../planning/planner.ts'
import { missing, type Reader } from '../../reader.ts'
import type { Remaking } from '../../planning/retable.ts'

const USUAL_PAUSE = 30 * MINUTE

type Visit = { readonly row: number; readonly identity: number; readonly time: Millis }

/** `sessionize`: numbers sessions from 1 in order of their beginning, by time whatever the order of rows. */
export function planSessionize({ fields, maxspan, alias }: Sessionize, planner: Planner): void {
  const readers = fields.map((field) => planner.scope.field(field))
  const time = planner.scope.named('@timestamp') ?? missing
  const pause = maxspan === undefined ? USUAL_PAUSE : (periodLength(maxspan.amount, maxspan.unit) ?? USUAL_PAUSE)
  planner.extend([alias?.name ?? 'session_id'], () => numbering(readers, time, pause))
}

function numbering(readers: readonly Reader[], time: Reader, pause: Millis): Remaking {
  const identities = new GroupIndex(readers)
  const visits: Visit[] = []
  const isKnown = ({ identity, time: at }: Visit): boolean =>
    !Number.isNaN(at) && readers.every((_, key) => identities.key(identity, key) !== null)
  return {
    add: (row) => void visits.push({ row, identity: identities.group(row), time: time.number(row) }),
    end: (into) => {
      const sessions = sessionsOf(visits.filter(isKnown), pause)
      for (const visit of visits) into.push(visit.row, [sessions.get(visit) ?? null])
    },
  }
}

function sessionsOf(visits: readonly Visit[], pause: Millis): ReadonlyMap<Visit, number> {
  const sessions = new Map<Visit, number>()
  const last = new Map<number, { readonly time: Millis; readonly session: number }>()
  let count = 0
  for (const visit of visits.toSorted((left, right) => left.time - right.time)) {
    const before = last.get(visit.identity)
    const session = before === undefined || visit.time - before.time > pause ? ++count : before.session
    sessions.set(visit, session)
    last.set(visit.identity, { time: visit.time, session })
  }
  return sessions
}
