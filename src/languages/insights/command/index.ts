import type { BrokenCommand, Command } from '../ast.ts'
import { display, fields } from './columns.ts'
import { expand, parseGlobEntry, parseRegexEntry, unnest } from './elements.ts'
import type { CommandEntry, CommandWord, Placed } from './entry.ts'
import { dedup, filter, filterIndex } from './filters.ts'
import { limit, sort } from './order.ts'
import { anomaly, diff, logcompare, pattern, relevantfields } from './patterns.ts'
import { accum, addtotals, autoregress, filldown, fillmissing, outlier } from './series.ts'
import { countFrequent, sessionize, stats } from './stats.ts'
import { appendcols, cidrlookup, join, lookup } from './tables.ts'

const broken: CommandEntry<BrokenCommand> = { verb: 'not read', leaves: 'rows', print: () => '', names: () => [], expressions: () => [] }

type Entries = { readonly [Kind in Command['kind']]: CommandEntry<Extract<Command, { readonly kind: Kind }>> }

/** Every kind of command, in the order in which an editor offers them. */
const entries: Entries = {
  fields,
  display,
  filter,
  stats,
  sort,
  limit,
  'parse-glob': parseGlobEntry,
  'parse-regex': parseRegexEntry,
  dedup,
  pattern,
  diff,
  anomaly,
  logcompare,
  relevantfields,
  filterIndex,
  unnest,
  expand,
  join,
  lookup,
  cidrlookup,
  appendcols,
  fillmissing,
  filldown,
  addtotals,
  accum,
  autoregress,
  outlier,
  sessionize,
  countFrequent,
  broken,
}

export const entryOf = (kind: Command['kind']): CommandEntry => entries[kind]

/** The words that begin commands. */
export const commandWords: readonly CommandWord[] = Object.values(entries).flatMap(({ word }) => (word === undefined ? [] : [word]))

export const commandNames: readonly string[] = commandWords.flatMap(({ name, aliases = [] }) => [name, ...aliases])

const byName: ReadonlyMap<string, CommandWord> = new Map(
  commandWords.flatMap((word) => [word.name, ...(word.aliases ?? [])].map((name) => [name.toLowerCase(), word] as const)),
)

export const findCommand = (word: string): CommandWord | undefined => byName.get(word.toLowerCase())

/** The names a command gives for later ones to use. */
export const namesGiven = (command: Command): readonly string[] => entryOf(command.kind).names(command)

export const expressionsOf = (command: Command): readonly Placed[] => entryOf(command.kind).expressions(command)
