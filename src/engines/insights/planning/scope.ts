import { member } from '#languages/insights/functions/values/json-value.ts'
import type { Expression, FieldPath } from '#languages/insights/ast.ts'
import { canonicalText } from '#languages/insights/canonical.ts'
import type { QueryContext } from './query-context.ts'
import { missing, valueReader, type Reader } from '../reader.ts'

/** What an expression may ask of where it stands. */
export type Names = {
  readonly context: QueryContext
  field(path: FieldPath): Reader
  /** The field with what is hidden of it, where it is one of the event's own. */
  unmasked?(path: FieldPath): Reader | undefined
  /** A whole expression that has a meaning of its own here: a column of an earlier stats, an aggregate. */
  expression(expression: Expression): Reader | undefined
}

/** What knows the names that nobody defined: the fields of the events, or the names of the rows that others were made of. */
type Outer = {
  named(name: string): Reader | undefined
  inside?(path: FieldPath): Reader | undefined
  unmasked?(name: string): Reader | undefined
  written?(expression: Expression): Written | undefined
}

/** A column that goes by an expression, and its name. */
type Written = { readonly name: string; readonly reader: Reader }

const nothing: Outer = { named: () => undefined }

/** The names of one stage of a query, over one numbering of rows. */
export class Scope implements Names {
  readonly context: QueryContext
  private readonly readers = new Map<string, Reader>()
  private readonly byText = new Map<string, Written>()
  private readonly outer: Outer

  constructor(context: QueryContext, outer: Outer = nothing) {
    this.context = context
    this.outer = outer
  }

  /** The same names for rows that were made of these, until they are defined anew. */
  behind(through: (reader: Reader) => Reader): Scope {
    const led = (reader: Reader | undefined): Reader | undefined => (reader === undefined ? undefined : through(reader))
    return new Scope(this.context, {
      named: (name) => led(this.named(name)),
      inside: (path) => led(this.inside(path)),
      unmasked: (name) => (this.readers.has(name) ? undefined : led(this.outer.unmasked?.(name))),
      written: (expression) => {
        const found = this.written(expression)
        return found === undefined ? undefined : { name: found.name, reader: through(found.reader) }
      },
    })
  }

  define(name: string, reader: Reader): void {
    this.readers.set(name, reader)
  }

  /** The expression as written is a name too: `sort count(*)`. */
  defineExpression(expression: Expression, name: string, reader: Reader): void {
    if (expression.kind !== 'field') this.byText.set(canonicalText(expression), { name, reader })
  }

  has(name: string): boolean {
    return this.readers.has(name)
  }

  named(name: string): Reader | undefined {
    return this.readers.get(name) ?? this.outer.named(name)
  }

  field(path: FieldPath): Reader {
    return this.readers.get(path.name) ?? this.inside(path) ?? this.outer.named(path.name) ?? missing
  }

  unmasked(path: FieldPath): Reader | undefined {
    return this.readers.has(path.name) || this.inside(path) !== undefined ? undefined : this.outer.unmasked?.(path.name)
  }

  expression(expression: Expression): Reader | undefined {
    return this.written(expression)?.reader
  }

  /** A column that another command has given new values since goes by the expression still. */
  written(expression: Expression): Written | undefined {
    const own = this.byText.size === 0 ? undefined : this.byText.get(canonicalText(expression))
    if (own !== undefined) return own
    const found = this.outer.written?.(expression)
    const renewed = found === undefined ? undefined : this.readers.get(found.name)
    return found === undefined || renewed === undefined ? found : { name: found.name, reader: renewed }
  }

  /** Whether the path means something here, were it only missing in a row. */
  knows(path: FieldPath): boolean {
    return this.readers.has(path.name) || this.inside(path) !== undefined || this.outer.named(path.name) !== undefined
  }

  /** `m.users[1].name` where `m` is a name that was defined. */
  private inside(path: FieldPath): Reader | undefined {
    for (let length = path.steps.length - 1; length > 0; length--) {
      const reader = this.readers.get(path.steps.slice(0, length).join('.'))
      if (reader === undefined) continue
      const steps = path.steps.slice(length)
      return valueReader((row) => steps.reduce(member, reader.read(row)))
    }
    return this.outer.inside?.(path)
  }
}
