import type { Dimensions } from '#lib/metric/metric.ts'
import type { Millis } from '#lib/time.ts'
import { branchNames } from '../../company/branches.ts'
import type { LogEntry } from '../../episode/emission.ts'
import { measured, type Metric } from './metric.ts'
import type { Tally } from './tally.ts'

const namespace = 'Brightside'
/** Everything is published for its branch and for all of them. */
const sets = (branch: string): readonly Dimensions[] => [{ Branch: branch }, {}]

const orderUnits = { OrdersAccepted: 'Count', OrdersDeclined: 'Count', OrdersFulfilled: 'Count' } as const
/** In pounds. */
const moneyUnits = { BasketValue: 'None', Revenue: 'None' } as const
const fileUnits = {
  ExtractDuration: 'Milliseconds',
  RowsExtracted: 'Count',
  LoadDuration: 'Milliseconds',
  RowsLoaded: 'Count',
} as const

type OrderMetrics = Readonly<Record<keyof typeof orderUnits | keyof typeof moneyUnits, Metric>>
type FileMetrics = Readonly<Record<keyof typeof fileUnits, Metric>>

const ordersOf = new Map<string, OrderMetrics>(
  branchNames.map((branch) => [
    branch,
    { ...measured(namespace, sets(branch), orderUnits), ...measured(namespace, sets(branch), moneyUnits, 100) },
  ]),
)
const filesOf = new Map<string, FileMetrics>(branchNames.map((branch) => [branch, measured(namespace, sets(branch), fileUnits)]))
const { PaymentTime: paymentTime } = measured(namespace, [{}], { PaymentTime: 'Milliseconds' })

/** What the company's own code publishes of its orders. */
export const orderMetrics: readonly Metric[] = [...ordersOf.values()].flatMap((of) => Object.values(of)).concat(paymentTime)

/** What it publishes of the branches' files. */
export const fileMetrics: readonly Metric[] = [...filesOf.values()].flatMap((of) => Object.values(of))

/** The code measures where it writes its line: a call that is killed before that has measured nothing. */
export function measureEntry(tally: Tally, at: Millis, entry: LogEntry): void {
  switch (entry.what) {
    case 'order accepted':
      return measureOrder(tally, at, entry)
    case 'payment declined':
      tally.count(paymentTime, at, entry.paymentMs)
      return countIn(tally, at, ordersOf.get(entry.order.branch)?.OrdersDeclined, 1)
    case 'order fulfilled':
      return countIn(tally, at, ordersOf.get(entry.branch)?.OrdersFulfilled, 1)
    case 'extracted':
      countIn(tally, at, filesOf.get(entry.branch)?.ExtractDuration, entry.durationMs)
      return countIn(tally, at, filesOf.get(entry.branch)?.RowsExtracted, entry.rows)
    case 'loaded':
      countIn(tally, at, filesOf.get(entry.branch)?.LoadDuration, entry.durationMs)
      return countIn(tally, at, filesOf.get(entry.branch)?.RowsLoaded, entry.rows)
    default:
      return
  }
}

function measureOrder(tally: Tally, at: Millis, { order, paymentMs }: LogEntry & { readonly what: 'order accepted' }): void {
  tally.count(paymentTime, at, paymentMs)
  const metrics = ordersOf.get(order.branch)
  if (metrics === undefined) return
  tally.count(metrics.OrdersAccepted, at, 1)
  tally.count(metrics.BasketValue, at, order.pence)
  tally.sum(metrics.Revenue, at, order.pence)
}

function countIn(tally: Tally, at: Millis, metric: Metric | undefined, value: number): void {
  if (metric !== undefined) tally.count(metric, at, value)
}
