/** Where a reader stands in a text. Offsets are UTF-16 units. */
export class Scanner {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  /** The unit `ahead` of here, or '' behind the end. */
  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? ''
  }

  /** The whole character here, which may be two units, or ''. */
  character(): string {
    const code = this.text.codePointAt(this.at)
    return code === undefined ? '' : String.fromCodePoint(code)
  }

  startsWith(word: string): boolean {
    return this.text.startsWith(word, this.at)
  }

  /** Steps over `word` if it stands here. */
  eat(word: string): boolean {
    if (!this.startsWith(word)) return false
    this.at += word.length
    return true
  }

  /** Steps over what a sticky pattern finds here and gives it, '' where it finds nothing. */
  take(sticky: RegExp): string {
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  slice(from: number): string {
    return this.text.slice(from, this.at)
  }
}
