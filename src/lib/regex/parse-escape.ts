import type { Scanner } from '../text/scanner.ts'
import { LAST_CODE_POINT } from './character-set.ts'
import { refuse } from './problem.ts'

const named: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }

/** A backslash and what stands for one character: `\n`, `\x41`, `\x{1F600}`, `\101`, `\.`. */
export function parseEscapedCode(scanner: Scanner): number {
  const from = scanner.at
  const octal = scanner.take(/\\(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/y)
  if (octal !== '') return Number.parseInt(octal.slice(1), 8)
  const hexadecimal = scanner.take(/\\x(?:[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]+\})/y)
  if (hexadecimal !== '') return checkedCode(Number.parseInt(hexadecimal.replace(/\\x\{?/, ''), 16), from, scanner)
  scanner.eat('\\')
  const character = scanner.character()
  scanner.at += character.length
  const code = Object.hasOwn(named, character) ? named[character] : undefined
  if (code !== undefined) return code
  if (character === '')
    refuse('regex/trailing-backslash', from, scanner.at, 'expected a character after "\\"', 'a backslash itself is \\\\')
  if (/[^0-9A-Za-z_]/.test(character) && character <= '\x7f') return character.codePointAt(0) ?? 0
  return refuseEscape(character, from, scanner)
}

function refuseEscape(character: string, from: number, scanner: Scanner): never {
  const message = `unknown escape "\\${character}"`
  if (/[1-9]/.test(character)) {
    return refuse(
      'regex/not-in-re2',
      from,
      scanner.at,
      `back-reference "\\${character}" is not in RE2`,
      'RE2 cannot look for what a group has found before',
    )
  }
  return refuse('regex/unknown-escape', from, scanner.at, message, 'letters and digits stand for themselves without a backslash')
}

function checkedCode(code: number, from: number, scanner: Scanner): number {
  if (code <= LAST_CODE_POINT) return code
  return refuse('regex/unknown-escape', from, scanner.at, `there is no character ${scanner.slice(from)}`, 'the last one is \\x{10FFFF}')
}
