import { insights as language } from '#languages/insights/index.ts'
import { columnsOf, groups, withShown } from '../results/columns.ts'
import type { Reading } from '../worlds/laboratory.ts'
import type { ProgramLanguage } from './program-language.ts'

export const insights: ProgramLanguage = {
  language,
  noun: 'query',
  tellsReasons: false,
  async run({ client, groups: logGroups, start, end }, query, signal) {
    const { results, statistics } = await client.runQuery({ query, groups: logGroups, start, end, signal })
    const columns = withShown(columnsOf(query), results)
    const rows = results.map((fields) => {
      const values = new Map(fields.map(({ field, value }) => [field, value]))
      return columns.map((column) => values.get(column) ?? null)
    })
    const { recordsMatched: matched, recordsScanned: scanned, bytesScanned: bytes } = statistics
    // where nothing is asked of them, lines count as matched before they are read
    const total = Math.max(matched, scanned)
    return { kind: 'table', columns, rows, matched, total, bytes }
  },
  /** A query's rows are told by their message and time. */
  async keptLines(laboratory, text, world, lines) {
    const outcome = await laboratory.run('insights', `${text}\n| display @timestamp, @message\n| limit 10000`, world)
    const rows = outcome.kind === 'table' ? outcome.rows : []
    const kept = new Set(rows.map(([timestamp, message]) => `${timestamp} ${message}`))
    const stamp = (millis: number): string => new Date(millis).toISOString().replace('T', ' ').replace('Z', '')
    return { kind: 'events', events: lines.filter((line) => kept.has(`${stamp(line.timestamp)} ${line.message}`)), total: lines.length }
  },
  async readLines(laboratory, text, world, messages) {
    const [first] = await laboratory.lines(world)
    const readings: Reading[] = []
    for (const message of messages) {
      const line = { eventId: '', timestamp: first?.timestamp ?? 0, message, group: first?.group ?? '/log', stream: first?.stream ?? 'log' }
      const [outcome] = await laboratory.runOnLines('insights', [text], world, [line])
      readings.push({ matched: outcome?.kind === 'table' && outcome.rows.length > 0, ranges: [], reason: '' })
    }
    return readings
  },
  columns: columnsOf,
  groups,
  neverHolds: [],
  withoutParts: withoutStage,
}

/** Each stage left out. */
function withoutStage(text: string): readonly string[] {
  const stages = stagesOf(text)
  return stages.length < 2 ? [] : stages.map((_, at) => stages.toSpliced(at, 1).join('\n| '))
}

function stagesOf(text: string): readonly string[] {
  const pipes = language.tokens(text).filter((token) => text.slice(token.from, token.to) === '|')
  let from = 0
  return [...pipes.map((token) => token.from), text.length].map((to) => {
    const stage = text.slice(from, to).trim()
    from = to + 1
    return stage
  })
}
