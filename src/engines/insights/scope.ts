import { member } from '#languages/insights/functions/values/json-value.ts'
import type { Expression, FieldPath } from '#languages/insights/ast.ts'
import type { EvaluationContext } from '#languages/insights/function-entry.ts'
import { canonicalText } from '#languages/insights/canonical.ts'
import { missing, valueReader, type Reader } from './reader.ts'

/** What an expression may ask of where it stands. */
export type Names = {
  readonly context: EvaluationContext
  field(path: FieldPath): Reader
  /** A whole expression that has a meaning of its own here: a column of an earlier stats, an aggregate. */
  expression(expression: Expression): Reader | undefined
}

/** The names of one stage of a query, over one numbering of rows. */
export class Scope implements Names {
  readonly context: EvaluationContext
  private readonly readers = new Map<string, Reader>()
  private readonly byText = new Map<string, Reader>()
  private readonly outer: (name: string) => Reader | undefined

  /** `outer` knows the names nobody defined: the fields of the events. */
  constructor(context: EvaluationContext, outer: (name: string) => Reader | undefined = () => undefined) {
    this.context = context
    this.outer = outer
  }

  define(name: string, reader: Reader): void {
    this.readers.set(name, reader)
  }

  /** The expression as written is a name too: `sort count(*)`. */
  defineExpression(expression: Expression, reader: Reader): void {
    if (expression.kind !== 'field') this.byText.set(canonicalText(expression), reader)
  }

  has(name: string): boolean {
    return this.readers.has(name)
  }

  named(name: string): Reader | undefined {
    return this.readers.get(name) ?? this.outer(name)
  }

  field(path: FieldPath): Reader {
    return this.readers.get(path.name) ?? this.inside(path) ?? this.outer(path.name) ?? missing
  }

  expression(expression: Expression): Reader | undefined {
    return this.byText.size === 0 ? undefined : this.byText.get(canonicalText(expression))
  }

  /** Whether the path means something here, were it only missing in a row. */
  knows(path: FieldPath): boolean {
    return this.readers.has(path.name) || this.inside(path) !== undefined || this.outer(path.name) !== undefined
  }

  /** `m.users[1].name` where `m` is a name that was defined. */
  private inside(path: FieldPath): Reader | undefined {
    for (let length = path.steps.length - 1; length > 0; length--) {
      const reader = this.readers.get(path.steps.slice(0, length).join('.'))
      if (reader === undefined) continue
      const steps = path.steps.slice(length)
      return valueReader((row) => steps.reduce(member, reader.read(row)))
    }
    return undefined
  }
}
