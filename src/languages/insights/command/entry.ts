import type { Command, Expression } from '../ast.ts'
import type { Reader } from '../parse/reader.ts'

/** Where an expression stands: computed for each row, in a stats' list, behind its by, in an aggregate's parentheses. */
export type Place = 'row' | 'aggregate' | 'key' | 'inside-aggregate'
export type Placed = readonly [Expression, Place]

/** A word that may stand inside a command, and what it does there. */
export type Joint = { readonly word: string; readonly says: string }

/** The word that begins a command: what the editor says of it, and how it is read. */
export type CommandWord = {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly form: string
  readonly insert: string
  readonly says: string
  readonly examples: readonly string[]
  readonly joints?: readonly Joint[]
  /** The word is read, `from` is where it began; undefined where nothing of it can be used. */
  readonly parse: (reader: Reader, from: number) => Command | undefined
}

/** All that is known of one kind of command. */
export type CommandEntry<Node extends Command = Command> = {
  /** Absent where another kind's word gives this one too. */
  readonly word?: CommandWord
  /** What it does to the rows, in a word or two, for who steps through a query. */
  readonly verb: string
  /** `events`: each event that matched leaves it as one row; `rows`: other rows come out, or not all of them. */
  readonly leaves: 'events' | 'rows'
  print(command: Node): string
  /** The columns it gives, by the names that later commands use. */
  names(command: Node): readonly string[]
  /** Whether nothing is left but those. */
  readonly replaces?: true
  expressions(command: Node): readonly Placed[]
}

export const inRows = (expressions: readonly Expression[]): readonly Placed[] => expressions.map((expression) => [expression, 'row'])

export const as: Joint = { word: 'as', says: 'gives the column a name' }
