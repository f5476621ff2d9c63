import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Command, Expression, Query } from '../ast.ts'
import { expressionsOf } from '../command/index.ts'
import { problem } from '../diagnostics.ts'
import { childrenOf } from '../walk.ts'

type Found = { readonly query: Query; readonly givesValues: boolean }

/** The queries in parentheses. */
export const subqueriesOf = (commands: readonly Command[]): readonly Found[] =>
  commands.flatMap((command) =>
    command.kind === 'join' || command.kind === 'appendcols'
      ? [{ query: command.subquery.query, givesValues: false }]
      : expressionsOf(command).flatMap(([expression]) => queriesIn(expression)),
  )

const queriesIn = (expression: Expression): readonly Found[] => [
  ...(expression.kind === 'in' && expression.subquery !== undefined ? [{ query: expression.subquery.query, givesValues: true }] : []),
  ...childrenOf(expression).flatMap(queriesIn),
]

/** The values of a query behind `in` are those of the one field its last `fields` names. AWS: CWL_QuerySyntax-Subqueries. */
export function checkValues({ commands, from, to }: Query): readonly Diagnostic[] {
  const last = commands.findLast(({ kind }) => kind === 'fields')
  if (last?.kind === 'fields' && last.items.length === 1) return []
  if (commands.some(({ kind }) => kind === 'broken')) return []
  const found = last?.kind === 'fields' ? `its last fields names ${last.items.length}` : 'it has no fields command'
  return [
    problem(
      'insights/subquery-field',
      last ?? { from, to },
      `a query behind "in" gives one field, but ${found}`,
      'end it with | fields FIELD',
    ),
  ]
}
