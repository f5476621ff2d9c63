import type { FieldPath, Join } from '#languages/insights/ast.ts'
import { MOST_JOINED_ROWS, MOST_JOIN_KEYS } from '../../limits.ts'
import { equalityKey } from '../../expression/equality.ts'
import type { InnerQuery } from '../../running/inner-query.ts'
import type { Planner } from '../../planning/planner.ts'
import type { Reader } from '../../reader.ts'
import { Scope } from '../../planning/scope.ts'

const NO_PARTNER = -1

/** `join`: each row beside those of the other query with the same key; the sides' fields go by `left.x` and `right.y`. */
export function planJoin(command: Join, planner: Planner): void {
  const inner = planner.context.inner.get(command.subquery.query)
  if (inner === undefined) return planner.refuse('insights/nested-query', command, 'a query in parentheses holds no further one')
  const key = planner.scope.field(withoutSide(command.leftKey))
  const partnersByKey = indexOf(inner, withoutSide(command.rightKey), planner)
  const alone = command.type === 'left' ? [NO_PARTNER] : []
  /** The place of each joined row's partner. */
  let partners: number[] = []
  planner.extend([], () => {
    partners = []
    return {
      add(row, into) {
        const value = equalityKey(key.read(row))
        const found = (value === undefined ? undefined : partnersByKey.get(value)) ?? alone
        if (partners.length + found.length > MOST_JOINED_ROWS)
          return planner.context.fail(`the join makes more than ${MOST_JOINED_ROWS} rows: many rows of both sides have the same key`)
        for (const place of found) {
          partners.push(place)
          into.push(row, [])
        }
      },
    }
  })
  // no row has the place of nobody: it reads as nothing
  const beside = (reader: Reader): Reader => ({
    ...reader,
    read: (row) => reader.read(partners[row] ?? NO_PARTNER),
    number: (row) => reader.number(partners[row] ?? NO_PARTNER),
  })
  planner.scope = twoSides(command, planner.scope, (path) => beside(fieldOf(inner, path)))
  planner.output.offer(inner.titles.map((title) => ({ title: `${command.right}.${title}`, reader: beside(inner.shown(title)) })))
}

type Partners = ReadonlyMap<number | string, readonly number[]>

/** The places of the other query's rows with each key, in their order. */
function indexOf(inner: InnerQuery, path: FieldPath, planner: Planner): Partners {
  const key = fieldOf(inner, path)
  const places = new Map<number | string, number[]>()
  inner.whenDone(() => {
    for (let place = 0; place < inner.size; place++) {
      const value = equalityKey(key.read(place))
      if (value === undefined) continue
      const known = places.get(value)
      if (known === undefined) places.set(value, [place])
      else known.push(place)
    }
    if (places.size > MOST_JOIN_KEYS)
      planner.context.fail(`the right side of the join has ${places.size} different keys, at most ${MOST_JOIN_KEYS} are allowed`)
  })
  return places
}

const fieldOf = (inner: InnerQuery, path: FieldPath): Reader => inner.column(`field ${path.name}`, ({ scope }) => scope.field(path))

const withoutSide = (path: FieldPath): FieldPath => ({
  ...path,
  name: path.name.slice(String(path.steps[0]).length + 1),
  steps: path.steps.slice(1),
})

/** Names with a side in front mean that side's; the others mean the left one's. */
function twoSides({ left, right }: Join, own: Scope, other: (path: FieldPath) => Reader): Scope {
  const ofSide = (path: FieldPath): Reader | undefined => {
    const [side] = path.steps
    if (path.steps.length < 2 || (side !== left && side !== right)) return undefined
    return side === left ? own.field(withoutSide(path)) : other(withoutSide(path))
  }
  return new Scope(own.context, {
    named: (name) => ofSide({ kind: 'field', name, steps: name.split('.'), from: 0, to: 0 }) ?? own.named(name),
    inside: (path) => ofSide(path) ?? (own.knows(path) ? own.field(path) : undefined),
    written: (expression) => own.written(expression),
  })
}
