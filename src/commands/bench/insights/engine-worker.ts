import { createExecution } from '#engines/insights/index.ts'
import { parse } from '#languages/insights/index.ts'
import { loadRe2 } from '#lib/regex/index.ts'
import { LogStore, type LogGroup } from '#stores/log-store.ts'
import { heldBytes, ingest, parseEveryLine } from './ingest.ts'

/** What the page asks of the worker that holds our engine. */
export type Order =
  | { readonly kind: 'ingest' | 'parse-ingest'; readonly file: ArrayBuffer }
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'rows' }

type Rows = readonly (readonly { readonly field: string; readonly value: string }[])[]

const ROWS_A_STEP = 100_000

let group: LogGroup = new LogStore().createGroup('/bench', 0)
let rows: Rows = []

/** As StartQuery does it. */
function run(query: string): Rows {
  const execution = createExecution({
    query: parse(query).ast,
    groups: [group],
    accountId: '123456789012',
    region: 'eu-west-2',
    start: 0,
    end: Number.MAX_SAFE_INTEGER,
    now: 0,
  })
  if (!('value' in execution)) throw new Error(`cannot measure ${query}: ${execution.diagnostics[0]?.message}`)
  while (!execution.value.step(ROWS_A_STEP));
  return execution.value.results().rows
}

function obey(order: Order): unknown {
  switch (order.kind) {
    case 'ingest':
      group = ingest(new Uint8Array(order.file))
      return heldBytes(group)
    case 'parse-ingest':
      return parseEveryLine(new Uint8Array(order.file)).length
    case 'query':
      rows = run(order.query)
      return rows.length
    case 'rows':
      return rows
  }
}

const ready = loadRe2()
addEventListener('message', ({ data }: MessageEvent<Order>) => {
  ready.then(() => postMessage(obey(data))).catch((error: unknown) => reportError(error))
})
