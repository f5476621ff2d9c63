/** One number and what it stands for; `beside` is the comparison made in the same run. */
export type Measurement = {
  readonly benchmark: string
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly beside?: string
}

export type Benchmark = () => Promise<readonly Omit<Measurement, 'benchmark'>[]>

const round = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)

/** Milliseconds of the median of `times` runs, after one that warms up and is not counted. */
export function medianOf(times: number, work: () => unknown): number {
  work()
  const took: number[] = []
  for (let run = 0; run < times; run++) {
    const began = performance.now()
    work()
    took.push(performance.now() - began)
  }
  took.sort((left, right) => left - right)
  return round(took[Math.floor(times / 2)] ?? 0)
}

/** "3.2 x as fast as a JSON.parse-and-loop (412 ms)". */
export const faster = (ours: number, theirs: number, than: string): string =>
  `${round(theirs / Math.max(ours, 0.1))} x as fast as ${than} (${theirs} ms)`
