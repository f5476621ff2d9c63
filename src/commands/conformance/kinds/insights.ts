import { readLookupTable } from '#apis/cloudwatch-logs/operations/lookup-tables.ts'
import { createExecution, resolveSource, type QueryResults } from '#engines/insights/index.ts'
import { parse } from '#languages/insights/index.ts'
import type { Query, Source } from '#languages/insights/ast.ts'
import { hasErrors } from '#lib/text/diagnostic.ts'
import { LogStore, type LogGroup } from '#stores/log-store.ts'
import { LookupTableStore } from '#stores/lookup-table-store.ts'
import { cellMatches } from './insights-cells.ts'
import type { CaseResult, NeutralCase } from '../neutral-case.ts'

const ACCOUNT = '123456789012'

type Event = { readonly timestamp: number; readonly stream: string; readonly message: string }
type InsightsCase = {
  readonly logGroups: readonly { readonly name: string; readonly events: readonly Event[] }[]
  readonly target?: readonly string[]
  readonly lookupTables?: readonly { readonly name: string; readonly csv: string }[]
  readonly query: string
  readonly start: number
  readonly end: number
  readonly ordered?: boolean
  readonly expect: {
    readonly error?: boolean
    readonly columns?: readonly string[]
    readonly rows?: readonly (readonly unknown[])[]
    readonly extraColumns?: boolean
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isInsightsCase(testCase: unknown): testCase is InsightsCase {
  return isRecord(testCase) && Array.isArray(testCase['logGroups']) && typeof testCase['query'] === 'string' && isRecord(testCase['expect'])
}

/** Kind "insights": a query over some groups; its columns, and its rows in order or in any. */
export function runInsightsCase(testCase: NeutralCase): CaseResult {
  if (!isInsightsCase(testCase)) return { passed: false, expected: 'a case with logGroups, query and expect', actual: testCase }
  const { expect } = testCase
  const answer = ask(testCase)
  if (typeof answer === 'string') {
    const refused = `refused: ${answer}`
    return { passed: expect.error === true, expected: expect.error === true ? 'a refusal' : expect, actual: refused }
  }
  if (expect.error === true) return { passed: false, expected: 'a refusal', actual: answer }
  return compare(testCase, answer)
}

/** The results, or why the query was refused. */
function ask(testCase: InsightsCase): QueryResults | string {
  const store = load(testCase)
  const { ast, diagnostics } = parse(testCase.query)
  if (hasErrors(diagnostics)) return diagnostics.map(({ message }) => message).join('; ')
  const end = testCase.end * 1000 + 999
  const made = createExecution({
    query: ast,
    groups: chooseGroups(testCase, ast, store),
    accountId: ACCOUNT,
    start: testCase.start * 1000,
    end,
    now: end + 60_000,
    others: {
      groups: (source) => groupsOf(source, store),
      tables: loadTables(testCase.lookupTables),
    },
  })
  if ('diagnostics' in made) return made.diagnostics.map(({ message }) => message).join('; ')
  while (!made.value.step(1000));
  return made.value.results()
}

function load(testCase: InsightsCase): LogStore {
  const store = new LogStore()
  for (const { name, events } of testCase.logGroups) {
    const group = store.createGroup(name, testCase.start * 1000)
    for (const { stream, timestamp, message } of events) group.append(stream, [{ timestamp, message }], timestamp)
  }
  return store
}

function loadTables(tables: InsightsCase['lookupTables'] = []): LookupTableStore {
  const store = new LookupTableStore()
  for (const { name, csv } of tables) {
    const table = readLookupTable({ lookupTableName: name, tableBody: csv, lastUpdatedTime: 0 })
    if (table !== undefined) store.put(table)
  }
  return store
}

function chooseGroups({ target }: InsightsCase, { source }: Query, store: LogStore): readonly LogGroup[] {
  if (source !== undefined) return groupsOf(source, store)
  return store.groups().filter(({ name }) => target === undefined || target.includes(name))
}

function groupsOf(source: Source, store: LogStore): readonly LogGroup[] {
  const { names } = resolveSource(source, store.groups(), ACCOUNT)
  return store.groups().filter(({ name }) => names.includes(name))
}

function compare(testCase: InsightsCase, answer: QueryResults): CaseResult {
  const { columns = [], rows = [], extraColumns } = testCase.expect
  const actualRows = answer.rows.map((row) => {
    const cells = new Map(row.map(({ field, value }) => [field, value]))
    return columns.map((column) => cells.get(column))
  })
  const hasColumns =
    columns.every((column) => answer.columns.includes(column)) && (extraColumns === true || answer.columns.length === columns.length)
  const rowsMatch = testCase.ordered === true ? sameInOrder(rows, actualRows) : sameInAnyOrder(rows, actualRows)
  return { passed: hasColumns && rowsMatch, expected: { columns, rows }, actual: { columns: answer.columns, rows: actualRows } }
}

type Row = readonly (string | undefined)[]

const rowMatches = (expected: readonly unknown[], actual: Row): boolean => expected.every((cell, at) => cellMatches(cell, actual[at]))

function sameInOrder(expected: readonly (readonly unknown[])[], actual: readonly Row[]): boolean {
  return expected.length === actual.length && expected.every((row, at) => rowMatches(row, actual[at] ?? []))
}

function sameInAnyOrder(expected: readonly (readonly unknown[])[], actual: readonly Row[]): boolean {
  const left = [...actual]
  for (const row of expected) {
    const found = left.findIndex((candidate) => rowMatches(row, candidate))
    if (found < 0) return false
    left.splice(found, 1)
  }
  return left.length === 0
}
