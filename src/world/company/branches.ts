/** A coffee shop of the chain; the figures are what its days are made of. */
export type Branch = {
  readonly name: string
  /** Its share of the orders, beside the others'. */
  readonly custom: number
  /** Rows in one of its files, about. */
  readonly rows: number
  /** What `extract` takes for one of its files, in the middle: York is always the heaviest, and that is no fault. */
  readonly extractMs: number
}

export const branches: readonly Branch[] = [
  { name: 'leeds', custom: 28, rows: 150, extractMs: 262 },
  { name: 'york', custom: 24, rows: 190, extractMs: 374 },
  { name: 'hull', custom: 15, rows: 120, extractMs: 292 },
  { name: 'bradford', custom: 14, rows: 115, extractMs: 277 },
  { name: 'harrogate', custom: 12, rows: 100, extractMs: 267 },
  { name: 'whitby', custom: 7, rows: 70, extractMs: 264 },
]

export const branchNames: readonly string[] = branches.map(({ name }) => name)
