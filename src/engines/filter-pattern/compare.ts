import { invariant, never } from '#lib/invariant.ts'
import { compileRegex, type Regex } from '#lib/regex/index.ts'
import type { NumberOperand, Operand, Operator, RegexOperand } from '#languages/filter-pattern/ast.ts'
import { regexOptions } from '#languages/filter-pattern/parse/index.ts'

/** A regular expression that the parser has let pass. */
export function regexOf(operand: RegexOperand): Regex {
  const compiled = compileRegex(operand.source, regexOptions)
  invariant('value' in compiled, `cannot compile %${operand.source}%: the parser let it pass`)
  return compiled.value
}

/** Text in which `*` stands for any text, as a test of a whole text. */
function compileWildcard(pattern: string): (text: string) => boolean {
  const [prefix = '', ...rest] = pattern.split('*')
  const suffix = rest.pop()
  if (suffix === undefined) return (text) => text === pattern
  const pieces = rest.filter((piece) => piece !== '')
  const least = prefix.length + suffix.length + pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (least === 0) return () => true
  return (text) =>
    text.length >= least &&
    text.startsWith(prefix) &&
    text.endsWith(suffix) &&
    holdsInOrder(text, pieces, prefix.length, text.length - suffix.length)
}

function holdsInOrder(text: string, pieces: readonly string[], from: number, to: number): boolean {
  let at = from
  for (const piece of pieces) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= to
}

export function compareNumbers(operator: Operator, value: number): (number: number) => boolean {
  switch (operator) {
    case '=':
      return (number) => number === value
    case '!=':
      return (number) => number !== value
    case '<':
      return (number) => number < value
    case '>':
      return (number) => number > value
    case '<=':
      return (number) => number <= value
    case '>=':
      return (number) => number >= value
    default:
      return never(operator)
  }
}

/** `=` and `!=` with text or a regular expression. */
export function compareText(operator: Operator, operand: Exclude<Operand, NumberOperand>): (text: string) => boolean {
  const holds = operand.kind === 'regex' ? regexOf(operand).test : compileWildcard(operand.text)
  return operator === '=' ? holds : (text) => !holds(text)
}
