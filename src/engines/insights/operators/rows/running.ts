import type { Accum, Autoregress, FieldPath, FillDown } from '#languages/insights/ast.ts'
import { autoregressNames } from '#languages/insights/command/series.ts'
import type { Value } from '#languages/insights/function-entry.ts'
import type { Planner } from '../../planning/planner.ts'

/** `accum`: the sum over this row and all before it; a row without a number leaves it as it is. */
export function planAccum({ field, alias }: Accum, planner: Planner): void {
  const reader = planner.scope.field(field)
  planner.isOrdered = true
  planner.extend([alias?.name ?? field.name], () => {
    let sum = 0
    return {
      add: (row, into) => {
        const number = reader.number(row)
        if (!Number.isNaN(number)) sum += number
        into.push(row, [sum])
      },
    }
  })
}

/** `autoregress`: values of rows before. */
export function planAutoregress(command: Autoregress, planner: Planner): void {
  const { first, last } = command
  const reader = planner.scope.field(command.field)
  planner.isOrdered = true
  planner.extend(autoregressNames(command), () => {
    const before: Value[] = []
    return {
      add: (row, into) => {
        into.push(row, before.slice(first - 1, last))
        before.unshift(reader.read(row))
        if (before.length > last) before.pop()
      },
    }
  })
}

/** `filldown`: the last value there was; wildcards, and no field at all, mean the columns there are. */
export function planFillDown({ fields }: FillDown, planner: Planner): void {
  const columns = planner.output.columns().map(({ title }) => title)
  const wanted = fields.length === 0 ? columns : fields.flatMap(({ name }) => (name.includes('*') ? columns.filter(matcher(name)) : [name]))
  const names = [...new Set(wanted)]
  const readers = names.map((name) => planner.scope.field(pathOf(name)))
  planner.isOrdered = true
  const start = () => {
    const last: Value[] = readers.map(() => null)
    return {
      add: (row: number, into: { push(origin: number, values: readonly Value[]): void }) => {
        readers.forEach((reader, at) => void (last[at] = reader.read(row) ?? last[at] ?? null))
        into.push(row, last)
      },
    }
  }
  planner.extend(names, start, [])
}

/** `cpu*`: whether a name is one of those it means. */
function matcher(wildcard: string): (name: string) => boolean {
  const pieces = wildcard.split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const expression = new RegExp(`^${pieces.join('.*')}$`, 's')
  return (name) => expression.test(name)
}

const pathOf = (name: string): FieldPath => ({ kind: 'field', name, steps: name.split('.'), from: 0, to: 0 })
