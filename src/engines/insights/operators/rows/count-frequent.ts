import type { CountFrequent } from '#languages/insights/ast.ts'
import { GroupIndex } from '../../aggregates/group-index.ts'
import type { Planner } from '../../planning/planner.ts'
import { NO_ORIGIN } from '../../planning/retable.ts'

/** `countFrequent`: how often each combination comes, the most frequent first. AWS: CWL_QuerySyntax-CountFrequent. */
export function planCountFrequent({ fields }: CountFrequent, planner: Planner): void {
  const readers = fields.map((field) => planner.scope.field(field))
  if (!planner.isOrdered && planner.pointer !== undefined) planner.direction = 'oldest'
  planner.retable([...fields.map(({ name }) => name), '_approxcount'], () => {
    const index = new GroupIndex(readers)
    const counts: number[] = []
    return {
      add: (row) => {
        const group = index.group(row)
        counts[group] = (counts[group] ?? 0) + 1
      },
      end: (into) => {
        const groups = counts.map((count, group) => ({ count, group })).toSorted((left, right) => right.count - left.count)
        for (const { count, group } of groups) into.push(NO_ORIGIN, [...readers.map((_, key) => index.key(group, key)), count])
      },
    }
  })
}
