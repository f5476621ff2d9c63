import { never } from '#lib/invariant.ts'
import type { LogEntry, Order } from '../episode/emission.ts'

/** What an entry says in words, and the fields a structured log carries beside them. */
export type Said = { readonly message: string; readonly fields: Readonly<Record<string, string | number>> }

/** The company's own log statements, before Lambda's log format is applied to them. */
export function sayEntry(entry: LogEntry, version: string): Said {
  switch (entry.what) {
    case 'order accepted':
      return say('order accepted', { ...orderFields(entry.order, version), paymentMs: entry.paymentMs, messageId: entry.messageId })
    case 'payment declined':
      return say('payment declined', { ...orderFields(entry.order, version), paymentMs: entry.paymentMs })
    case 'payment slow':
      return say(`payment slow: no answer after ${entry.waitedMs} ms`, orderFields(entry.order, version))
    case 'order failed':
      return say('order failed: price_total', orderFields(entry.order, version))
    case 'order fulfilled':
      return say(`order ${entry.order} of ${entry.branch} fulfilled, message ${entry.messageId}`)
    case 'message unreadable':
      return say(`message ${entry.messageId} unreadable (receive ${entry.receives}): ${entry.error}`)
    case 'extracted':
    case 'loaded':
    case 'reported':
      return say(`${entry.what} ${entry.file}`, { branch: entry.branch, rows: entry.rows, durationMs: entry.durationMs })
    case 'load retried':
      return say(`retrying ${entry.file} of ${entry.branch}, attempt ${entry.attempt}`)
    default:
      return never(entry)
  }
}

const say = (message: string, fields: Said['fields'] = {}): Said => ({ message, fields })

const orderFields = (order: Order, version: string): Said['fields'] => ({
  order: order.id,
  branch: order.branch,
  items: order.items,
  total: order.pence / 100,
  ...(order.discount === undefined ? {} : { discount: order.discount }),
  version: `v${version}`,
})
