// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html
import type { Scanner } from '#lib/text/scanner.ts'
import { character } from '../diagnostics.ts'
import { unplaced, type Read } from './token.ts'

const allowed = /[A-Za-z0-9:_#=@/;,^$?[\]{}|\\*+. -]*/y

const hints: Readonly<Record<string, string>> = {
  '(': 'a filter pattern\'s regular expression has no groups; "|" divides the whole of it, and \\x28 is the character "("',
  ')': 'a filter pattern\'s regular expression has no groups; \\x29 is the character ")"',
  '"': 'quotes are not allowed in it; \\x22 is the character',
}

/** `%...%` with the characters AWS allows. */
export function readRegex(scanner: Scanner): Read {
  const from = scanner.at
  scanner.eat('%')
  const source = scanner.take(allowed)
  if (source !== '' && scanner.eat('%')) return { kind: 'regex', from, to: scanner.at, text: scanner.slice(from), source }
  if (scanner.done) return { problem: character(from, scanner.at, scanner.slice(from), 'the second % is missing') }
  return unplaced(scanner, from, hints[scanner.peek()] ?? hintFor(scanner.character()))
}

function hintFor(found: string): string {
  const code = found.codePointAt(0) ?? 0
  if (code > 127) return `${found} is not allowed in it, only ASCII is; "." stands for any one character`
  return `${found} is not allowed in it; \\x${code.toString(16).padStart(2, '0')} is the character`
}
