/** So many rows are kept of a set. */
const MOST_ROWS = 8192

/** Rows of a set of any size, drawn evenly by their number alone: the same ones in whatever order they came. */
export class RowSample {
  private rows: number[] = []
  private ceiling = 0x100000000

  add(row: number): void {
    if (hashed(row) >= this.ceiling) return
    this.rows.push(row)
    while (this.rows.length > MOST_ROWS) {
      this.ceiling /= 2
      this.rows = this.rows.filter((kept) => hashed(kept) < this.ceiling)
    }
  }

  all(): readonly number[] {
    return this.rows
  }
}

function hashed(row: number): number {
  let mixed = Math.imul(row ^ (row >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
