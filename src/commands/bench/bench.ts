import { writeFileSync } from 'node:fs'
import type { Benchmark, Measurement } from './measurement.ts'

/** Each benchmark by its name; loaded when it is asked for, so that one does not warm another's code. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  world: async () => (await import('./world.ts')).measureWorld,
  'filter-patterns': async () => (await import('./filter-patterns.ts')).measureFilterPatterns,
  insights: async () => (await import('./browser/insights.ts')).measureInsights,
  metrics: async () => (await import('./metrics.ts')).measureMetrics,
  alarms: async () => (await import('./alarms.ts')).measureAlarms,
  weight: async () => (await import('./browser/weight.ts')).measureWeight,
  drag: async () => (await import('./browser/drag.ts')).measureDrag,
  'round-trip': async () => (await import('./browser/round-trip.ts')).measureRoundTrip,
}

function printTable(rows: readonly Measurement[]): void {
  const cells = rows.map((row) => [row.benchmark, row.what, `${row.value} ${row.unit}`, row.beside ?? ''])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => (line[column] ?? '').length)))
  for (const line of cells) console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in benchmarks))
  if (unknown.length > 0) {
    console.error(`unknown benchmark "${unknown[0]}": there are ${Object.keys(benchmarks).join(', ')}`)
    process.exit(2)
  }
  const rows: Measurement[] = []
  for (const [name, load] of Object.entries(benchmarks)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const measure = await load()
    rows.push(...(await measure()).map((row) => ({ benchmark: name, ...row })))
  }
  printTable(rows)
  writeFileSync('bench.json', `${JSON.stringify(rows, null, 2)}\n`)
  console.log(`\nthe same as JSON: bench.json (${rows.length} rows)`)
}

await main()
