/** One number for each group, 0 until it is set; grows by itself. */
export class GroupNumbers {
  private numbers = new Float64Array(64)

  at(group: number): number {
    return this.numbers[group] ?? 0
  }

  set(group: number, value: number): void {
    if (group >= this.numbers.length) this.grow(group)
    this.numbers[group] = value
  }

  add(group: number, value: number): void {
    if (group >= this.numbers.length) this.grow(group)
    this.numbers[group] = (this.numbers[group] ?? 0) + value
  }

  /** The numbers themselves, with room for that many groups. */
  room(groups: number): Float64Array {
    if (groups > this.numbers.length) this.grow(groups - 1)
    return this.numbers
  }

  private grow(group: number): void {
    const grown = new Float64Array(Math.max(group + 1, this.numbers.length * 2))
    grown.set(this.numbers)
    this.numbers = grown
  }
}

/** A growing list of numbers without boxes. */
export class NumberList {
  private numbers = new Float64Array(16)
  private length = 0

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const grown = new Float64Array(this.length * 2)
      grown.set(this.numbers)
      this.numbers = grown
    }
    this.numbers[this.length++] = value
  }

  copy(): Float64Array {
    return this.numbers.slice(0, this.length)
  }
}
