import { BIN_COUNT } from './bins.ts'

/** What is known of the samples of a period, merged from as many buckets as it holds. Used again for the next period after `clear`. */
export class Summary {
  count = 0
  sum = 0
  min = Infinity
  max = -Infinity
  /** Samples below zero; they are in no bin. */
  negatives = 0
  /** Samples of statistic sets that say nothing of their distribution. */
  opaque = 0
  zeros = 0
  readonly bins = new Float64Array(BIN_COUNT)
  /** The bins between which anything may be; `highestBin` inclusive. */
  lowestBin = BIN_COUNT
  highestBin = -1

  clear(): void {
    this.count = 0
    this.sum = 0
    this.min = Infinity
    this.max = -Infinity
    this.negatives = 0
    this.opaque = 0
    this.zeros = 0
    if (this.highestBin >= 0) this.bins.fill(0, this.lowestBin, this.highestBin + 1)
    this.lowestBin = BIN_COUNT
    this.highestBin = -1
  }

  addToBin(bin: number, weight: number): void {
    this.bins[bin] = (this.bins[bin] ?? 0) + weight
    if (bin < this.lowestBin) this.lowestBin = bin
    if (bin > this.highestBin) this.highestBin = bin
  }
}
