/** What the editor says of a command. */
export type CommandHelp = {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly form: string
  readonly insert: string
  readonly says: string
  readonly examples: readonly string[]
}

/** The commands this house runs. */
export const commands: readonly CommandHelp[] = [
  {
    name: 'fields',
    form: 'fields EXPRESSION [as NAME], ...',
    insert: 'fields @timestamp, @message',
    says: 'Adds columns: fields of the event, or values computed from them. Several of them add up.',
    examples: ['fields @timestamp, @message', 'fields durationMs / 1000 as seconds'],
  },
  {
    name: 'display',
    form: 'display EXPRESSION [as NAME], ...',
    insert: 'display ',
    says: 'Sets the columns of the result; only the last display counts.',
    examples: ['fields a, b | display b'],
  },
  {
    name: 'filter',
    aliases: ['where'],
    form: 'filter CONDITION',
    insert: 'filter ',
    says: 'Keeps the events for which the condition is true. Comparisons look at the whole value, like at a part of it.',
    examples: ['filter status >= 500 and path = "/cart"', 'filter @message like /(?i)timeout/', 'filter ispresent(userId)'],
  },
  {
    name: 'stats',
    form: 'stats AGGREGATE [as NAME], ... [by KEY, ...]',
    insert: 'stats count(*) as events by ',
    says: 'Counts and computes over groups of events: one row for each combination of the keys after by. A later stats sees only the columns of the earlier one.',
    examples: ['stats count(*) as errors by bin(5m)', 'stats pct(durationMs, 99) as p99 by branch'],
  },
  {
    name: 'sort',
    form: 'sort KEY [asc | desc], ...',
    insert: 'sort @timestamp desc',
    says: 'Orders the rows; numbers by value, after everything that is no number.',
    examples: ['sort @timestamp desc', 'sort errors desc, service asc'],
  },
  {
    name: 'limit',
    form: 'limit [any] NUMBER',
    insert: 'limit 20',
    says: 'Keeps that many rows, at most 100000; 10000 where a query has no limit. any takes whichever are found first.',
    examples: ['limit 20', 'limit any 5'],
  },
  {
    name: 'parse',
    form: 'parse [FIELD] "GLOB" as NAME, ... or parse [FIELD] /REGEX/',
    insert: 'parse @message "*" as ',
    says: 'Takes pieces out of a text: each * of a glob is one field, or each named group (?<name>...) of a regular expression. What does not match stays without values.',
    examples: ['parse @message "user=*, took * ms" as user, ms', 'parse @message /status=(?<status>\\d+)/'],
  },
  {
    name: 'dedup',
    form: 'dedup FIELD, ...',
    insert: 'dedup ',
    says: 'Keeps the first row of each combination in the current order; only limit may follow.',
    examples: ['fields server, severity | sort @timestamp desc | dedup server'],
  },
]

/** What the product has besides; a query with one of them is refused in our words. */
export const unsupportedCommands: readonly string[] = [
  'filterIndex',
  'pattern',
  'anomaly',
  'diff',
  'logcompare',
  'relevantfields',
  'unnest',
  'expand',
  'lookup',
  'cidrlookup',
  'join',
  'appendcols',
  'addtotals',
  'accum',
  'autoregress',
  'filldown',
  'fillmissing',
  'outlier',
  'sessionize',
  'countFrequent',
  'count_frequent',
]

export const commandNames: readonly string[] = commands.flatMap(({ name, aliases = [] }) => [name, ...aliases])

const known: ReadonlySet<string> = new Set([...commandNames, ...unsupportedCommands].map((name) => name.toLowerCase()))

export const isCommand = (word: string): boolean => known.has(word.toLowerCase())

export const findCommand = (word: string): CommandHelp | undefined =>
  commands.find(({ name, aliases = [] }) => [name, ...aliases].includes(word.toLowerCase()))
