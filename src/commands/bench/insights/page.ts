import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import { EXTRACT, median } from '../q-duck.mjs'
import type { Order } from './engine-worker.ts'
import { extraction, questions, type Question } from './questions.ts'

const ROUNDS = 5

type Cell = { readonly field: string; readonly value: string }
type Took = { readonly ours: number; readonly theirs: number }
export type Report = {
  readonly ingest: Took & { readonly parsing: number; readonly held: number; readonly text: number }
  readonly queries: readonly (Took & { readonly name: string; readonly first: number; readonly rows: number })[]
}

/** A worker that answers one order after the other. */
function openEngine(): (order: Order) => Promise<unknown> {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
  return (order) =>
    new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
      worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true })
      worker.postMessage(order, 'file' in order ? [order.file] : [])
    })
}

async function openDuck(file: Uint8Array): Promise<AsyncDuckDBConnection> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker('duck/duckdb-browser-eh.worker.js'))
  await database.instantiate(new URL('duck/duckdb-eh.wasm', location.href).href)
  await database.registerFileBuffer('events.dat', file)
  return database.connect()
}

const LOAD = `CREATE TABLE ev AS SELECT * FROM read_csv('events.dat', delim='\u0001', header=false, quote='', escape='',
  auto_detect=false, columns={'ts':'BIGINT','stream':'INTEGER','message':'VARCHAR'})`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const readFile = async (): Promise<ArrayBuffer> => (await fetch('events.dat')).arrayBuffer()

type Ask = (order: Order) => Promise<unknown>

const isNumbers = (value: unknown): value is readonly [number, number] => Array.isArray(value) && typeof value[0] === 'number'
const isRows = (value: unknown): value is readonly (readonly Cell[])[] => Array.isArray(value)

/** What a cell of ours says, as DuckDB would: times in milliseconds, the rest as it is written. */
function plain(text: string | undefined): string | number | null {
  if (text === undefined) return null
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : text
}

async function ourRows(ask: Ask, { shown }: Question): Promise<readonly (readonly unknown[])[]> {
  const rows = await ask({ kind: 'rows' })
  if (!isRows(rows)) throw new Error('cannot compare: the engine gave no rows')
  return rows.map((cells) => shown.map((name) => plain(cells.find(({ field }) => field === name)?.value)))
}

/** Numbers as numbers, whatever they came as. */
const comparable = (value: unknown): unknown =>
  typeof value === 'bigint' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) ? Number(value) : value

function compared(left: unknown, right: unknown): number {
  if (left === right) return 0
  return typeof left === 'number' && typeof right === 'number' ? left - right : String(left) < String(right) ? -1 : 1
}

function ordered(rows: readonly (readonly unknown[])[], { shown, sortBy = [] }: Question): readonly (readonly unknown[])[] {
  const places = sortBy.map((name) => shown.indexOf(name))
  const plainRows = rows.map((row) => row.map(comparable))
  if (places.length === 0) return plainRows
  return plainRows.sort((left, right) => places.map((at) => compared(left[at], right[at])).find((order) => order !== 0) ?? 0)
}

/** Insights prints four decimals of what it computes, and sums differ in their last digits. */
const isSame = (mine: unknown, other: unknown): boolean =>
  typeof mine === 'number' && typeof other === 'number'
    ? Math.abs(mine - other) <= Math.max(5.1e-5, Math.abs(other) * 1e-9)
    : mine === other || (mine === null && other === undefined)

function compareRows(question: Question, mine: readonly (readonly unknown[])[], other: readonly (readonly unknown[])[]): void {
  const [ours, theirs] = [ordered(mine, question), ordered(other, question)]
  if (ours.length !== theirs.length) throw new Error(`cannot compare ${question.name}: ${ours.length} rows and ${theirs.length}`)
  ours.forEach((row, at) => {
    if (!row.every((cell, place) => isSame(cell, theirs[at]?.[place])))
      throw new Error(`cannot compare ${question.name}: row ${at} is ${row.join(' | ')}, DuckDB's ${theirs[at]?.join(' | ')}`)
  })
}

async function measureQueries(ask: Ask, duck: AsyncDuckDBConnection): Promise<Report['queries']> {
  const took = questions.map(() => ({ ours: new Array<number>(), theirs: new Array<number>(), first: 0, rows: 0 }))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [at, question] of questions.entries()) {
      const ours = await timed(() => ask({ kind: 'query', query: question.insights }))
      let answer: Awaited<ReturnType<typeof duck.query>> | undefined
      const theirs = await timed(async () => (answer = await duck.query(question.sql)))
      const entry = took[at]
      if (entry === undefined) continue
      if (round > 0) {
        entry.ours.push(ours)
        entry.theirs.push(theirs)
        continue
      }
      // the first round warms both, and compares what they found
      entry.first = ours
      const theirRows = (answer?.toArray() ?? []).map((row) => Object.values<unknown>(row.toJSON()))
      entry.rows = theirRows.length
      compareRows(question, await ourRows(ask, question), theirRows)
    }
  }
  return took.map(({ ours, theirs, first, rows }, at) => ({
    name: questions[at]?.name ?? '',
    ours: median(ours),
    theirs: median(theirs),
    first,
    rows,
  }))
}

/** Both load the same file, then answer the same questions in turn. */
async function measure(): Promise<Report> {
  const parser = openEngine()
  const parsedFile = await readFile()
  const parsing = await timed(() => parser({ kind: 'parse-ingest', file: parsedFile }))
  const ask = openEngine()
  const file = await readFile()
  let held: unknown
  const ours = await timed(async () => (held = await ask({ kind: 'ingest', file })))
  if (!isNumbers(held)) throw new Error('cannot measure: the engine did not say what it holds')
  const duck = await openDuck(new Uint8Array(await readFile()))
  const theirs = await timed(async () => {
    await duck.query(LOAD)
    await duck.query(EXTRACT(extraction))
  })
  return { ingest: { ours, theirs, parsing, held: held[0], text: held[1] }, queries: await measureQueries(ask, duck) }
}

Object.assign(globalThis, { measure })
