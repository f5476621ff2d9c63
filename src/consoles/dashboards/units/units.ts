import { toPlaces } from './decimals.ts'
import { timeUnits } from './time-units.ts'
import { binary, counted, decimal, plain, short, type Figure, type Unit } from './unit.ts'

const misc: readonly Unit[] = [
  { id: 'none', name: 'Number', category: 'Misc', write: plain() },
  { id: 'short', name: 'short', category: 'Misc', write: short },
  { id: 'percent', name: 'Percent (0-100)', category: 'Misc', write: plain('%') },
  { id: 'percentunit', name: 'Percent (0.0-1.0)', category: 'Misc', write: plain('%', 100) },
]

const data: readonly Unit[] = [
  { id: 'bytes', name: 'bytes(IEC)', category: 'Data', write: binary('B') },
  { id: 'decbytes', name: 'bytes(SI)', category: 'Data', write: decimal('B') },
  { id: 'kbytes', name: 'kibibytes', category: 'Data', write: binary('B', 1) },
  { id: 'deckbytes', name: 'kilobytes', category: 'Data', write: decimal('B', 1) },
  { id: 'mbytes', name: 'mebibytes', category: 'Data', write: binary('B', 2) },
  { id: 'decmbytes', name: 'megabytes', category: 'Data', write: decimal('B', 2) },
  { id: 'bits', name: 'bits(IEC)', category: 'Data', write: binary('b') },
  { id: 'decbits', name: 'bits(SI)', category: 'Data', write: decimal('b') },
]

const rates: readonly Unit[] = [
  { id: 'Bps', name: 'bytes/sec(SI)', category: 'Data rate', write: decimal('B/s') },
  { id: 'binBps', name: 'bytes/sec(IEC)', category: 'Data rate', write: binary('B/s') },
  { id: 'bps', name: 'bits/sec(SI)', category: 'Data rate', write: decimal('b/s') },
  { id: 'binbps', name: 'bits/sec(IEC)', category: 'Data rate', write: binary('b/s') },
  { id: 'pps', name: 'packets/sec', category: 'Data rate', write: decimal('p/s') },
]

const counts = (
  [
    ['cps', 'counts/sec (cps)', 'c/s'],
    ['ops', 'ops/sec (ops)', 'ops/s'],
    ['reqps', 'requests/sec (rps)', 'req/s'],
    ['rps', 'reads/sec (rps)', 'rd/s'],
    ['wps', 'writes/sec (wps)', 'wr/s'],
    ['iops', 'I/O ops/sec (iops)', 'io/s'],
    ['cpm', 'counts/min (cpm)', 'c/m'],
    ['opm', 'ops/min (opm)', 'ops/m'],
    ['reqpm', 'requests/min (rpm)', 'req/m'],
  ] as const
).map(([id, name, symbol]): Unit => ({ id, name, category: 'Throughput', write: counted(symbol) }))

/** The units the editor offers; any other is written as a word behind the figure, as Grafana does with a word it does not know. */
export const UNITS: readonly Unit[] = [...misc, ...timeUnits, ...data, ...rates, ...counts]

const byId = new Map(UNITS.map((unit) => [unit.id, unit]))

export const unitOf = (id: string): Unit | undefined => byId.get(id)

/** A figure in its parts. */
export function figureOf(value: number, unit = 'none', decimals?: number): Figure {
  const known = unitOf(unit === '' ? 'none' : unit)
  if (known !== undefined) return known.write(value, decimals)
  const suffix = unit.startsWith('suffix:') ? unit.slice('suffix:'.length) : ` ${unit}`
  return { text: toPlaces(value, decimals), suffix }
}

/** A figure as a panel writes it: `1.23 s`, `45%`. */
export function formatValue(value: number, unit?: string, decimals?: number): string {
  const { text, suffix } = figureOf(value, unit, decimals)
  return text + suffix
}
