import { defaultCompare, type AlarmMarking, type CompareOptions, type RowsOption } from '#grading/marking.ts'
import { parseDuration } from '#lib/duration.ts'
import { MINUTE, type Millis } from '#lib/time.ts'
import { MapReader, unknownWord, type LocatedMap } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'

const columnsOptions = ['by name', 'by position', 'at least'] as const

/** `compare:` of a text that is run. */
export function readCompare(map: LocatedMap | undefined, problems: Problem[]): CompareOptions {
  if (map === undefined) return defaultCompare
  const reader = new MapReader(map, 'compare', ['rows', 'columns', 'tolerance', 'nulls'], problems)
  return {
    rows: readRows(reader, problems),
    columns: reader.oneOf('columns', columnsOptions) ?? defaultCompare.columns,
    tolerance: reader.number('tolerance') ?? defaultCompare.tolerance,
    nulls: reader.oneOf('nulls', ['equal', 'distinct']) ?? defaultCompare.nulls,
  }
}

function readRows(reader: MapReader, problems: Problem[]): RowsOption {
  const text = reader.text('rows')
  if (text === undefined || text === 'any order') return { kind: 'any order' }
  if (text === 'ordered') return { kind: 'ordered' }
  const found = /^(?:ordered|top (\d+)) by (.+?)( desc)?$/.exec(text)
  if (found?.[2] === undefined) {
    const known = ['any order', 'ordered', 'ordered by COLUMN', 'ordered by COLUMN desc', 'top N by COLUMN', 'top N by COLUMN desc']
    problems.push({ line: reader.lineOf('rows'), message: unknownWord('order of rows', text, known) })
    return { kind: 'any order' }
  }
  const order = { column: found[2], descending: found[3] !== undefined }
  return found[1] === undefined ? { kind: 'ordered by', ...order } : { kind: 'top', count: Number(found[1]), ...order }
}

/** `compare:` of a panel: how near two values must be. */
export function readTolerance(map: LocatedMap | undefined, problems: Problem[]): CompareOptions {
  const reader = map === undefined ? undefined : new MapReader(map, 'compare', ['tolerance'], problems)
  return { ...defaultCompare, tolerance: reader?.number('tolerance') ?? defaultCompare.tolerance }
}

type AlarmCompare = Pick<AlarmMarking, 'catch' | 'falsePages' | 'delay'>

const usualDelay = 10 * MINUTE

/** `compare:` of an alarm: what it must catch, how soon, and how often it may page for nothing. */
export function readAlarmCompare(map: LocatedMap | undefined, problems: Problem[]): AlarmCompare {
  const usual: AlarmCompare = { catch: 'all', falsePages: 0, delay: usualDelay }
  if (map === undefined) return usual
  const reader = new MapReader(map, 'compare', ['catch', 'false-pages', 'delay'], problems)
  return {
    catch: readCatch(reader, problems),
    falsePages: wholeNumber(reader, 'false-pages', problems) ?? 0,
    delay: readDelay(reader, problems),
  }
}

function readCatch(reader: MapReader, problems: Problem[]): AlarmCompare['catch'] {
  if (!reader.has('catch') || reader.word('catch') === 'all') return 'all'
  return wholeNumber(reader, 'catch', problems) ?? 'all'
}

function wholeNumber(reader: MapReader, key: string, problems: Problem[]): number | undefined {
  const word = reader.word(key)
  if (word === undefined) return undefined
  if (/^\d+$/.test(word)) return Number(word)
  problems.push({
    line: reader.lineOf(key),
    message: `expected ${key === 'catch' ? '"all" or ' : ''}a number for "${key}", found "${word}"`,
  })
  return undefined
}

function readDelay(reader: MapReader, problems: Problem[]): Millis {
  const word = reader.word('delay')
  if (word === undefined) return usualDelay
  const delay = parseDuration(word)
  if (delay === undefined)
    problems.push({ line: reader.lineOf('delay'), message: `expected a length such as 10m for "delay", found "${word}"` })
  return delay ?? usualDelay
}
