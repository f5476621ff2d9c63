import { timed, type Unit } from './unit.ts'

const CATEGORY = 'Time'
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY
const YEAR = 365 * DAY

const hourUp = [
  { below: 24, size: 1, name: 'hour' },
  { below: 168, size: 24, name: 'day', hasPlural: true },
  { below: 8760, size: 168, name: 'week', hasPlural: true },
  { below: Infinity, size: 8760, name: 'year', hasPlural: true },
]

const seconds = timed([
  { below: 1e-6, size: 1e-9, name: 'ns' },
  { below: 1e-3, size: 1e-6, name: 'µs' },
  { below: 1, size: 1e-3, name: 'ms' },
  { below: MINUTE, size: 1, name: 's' },
  { below: HOUR, size: MINUTE, name: 'min', hasPlural: true },
  { below: DAY, size: HOUR, name: 'hour', hasPlural: true },
  { below: WEEK, size: DAY, name: 'day', hasPlural: true },
  { below: YEAR, size: WEEK, name: 'week', hasPlural: true },
  // Grafana's year is not the same length in every unit
  { below: Infinity, size: 3.15569e7, name: 'year', hasPlural: true },
])

export const timeUnits: readonly Unit[] = [
  {
    id: 'ns',
    name: 'nanoseconds (ns)',
    category: CATEGORY,
    write: timed([
      { below: 1e3, size: 1, name: 'ns' },
      { below: 1e6, size: 1e3, name: 'µs' },
      { below: 1e9, size: 1e6, name: 'ms' },
      { below: 6e10, size: 1e9, name: 's' },
      { below: 3.6e12, size: 6e10, name: 'min', hasPlural: true },
      { below: 8.64e13, size: 3.6e12, name: 'hour', hasPlural: true },
      { below: Infinity, size: 8.64e13, name: 'day', hasPlural: true },
    ]),
  },
  {
    id: 'µs',
    name: 'microseconds (µs)',
    category: CATEGORY,
    write: timed([
      { below: 1e3, size: 1, name: 'µs' },
      { below: 1e6, size: 1e3, name: 'ms' },
      { below: Infinity, size: 1e6, name: 's' },
    ]),
  },
  {
    id: 'ms',
    name: 'milliseconds (ms)',
    category: CATEGORY,
    write: timed([
      { below: 1e3, size: 1, name: 'ms' },
      { below: MINUTE * 1e3, size: 1e3, name: 's' },
      { below: HOUR * 1e3, size: MINUTE * 1e3, name: 'min', hasPlural: true },
      { below: DAY * 1e3, size: HOUR * 1e3, name: 'hour', hasPlural: true },
      { below: YEAR * 1e3, size: DAY * 1e3, name: 'day', hasPlural: true },
      { below: Infinity, size: YEAR * 1e3, name: 'year', hasPlural: true },
    ]),
  },
  {
    id: 's',
    name: 'seconds (s)',
    category: CATEGORY,
    // nothing lasts 0 s whatever the places
    write: (value, decimals) => (value === 0 ? { text: '0', suffix: ' s' } : seconds(value, decimals)),
  },
  {
    id: 'm',
    name: 'minutes (m)',
    category: CATEGORY,
    write: timed([
      { below: 60, size: 1, name: 'min' },
      { below: 1440, size: 60, name: 'hour', hasPlural: true },
      { below: 10_080, size: 1440, name: 'day', hasPlural: true },
      { below: 604_800, size: 10_080, name: 'week', hasPlural: true },
      { below: Infinity, size: 525_948, name: 'year', hasPlural: true },
    ]),
  },
  { id: 'h', name: 'hours (h)', category: CATEGORY, write: timed(hourUp) },
  {
    id: 'd',
    name: 'days (d)',
    category: CATEGORY,
    write: timed([
      { below: 7, size: 1, name: 'day' },
      { below: 365, size: 7, name: 'week', hasPlural: true },
      { below: Infinity, size: 365, name: 'year', hasPlural: true },
    ]),
  },
]
