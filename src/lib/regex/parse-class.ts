import type { Scanner } from '../text/scanner.ts'
import { characterSet, complement, digits, foldAscii, posixClasses, union, words, type CharacterSet } from './character-set.ts'
import { parseEscapedCode } from './parse-escape.ts'
import { refuse } from './problem.ts'
import type { CharacterClass } from './tree.ts'

type Parts = { sets: CharacterSet[]; properties: { name: string; negated: boolean }[]; beyondAscii: boolean }

/** `fold`: in either case; `spaces`: what `\s` is. */
export type ClassFlags = { readonly fold: boolean; readonly spaces: CharacterSet }

const perlClass = (letter: string, flags: ClassFlags): CharacterSet | undefined =>
  letter === 'd' ? digits : letter === 's' ? flags.spaces : letter === 'w' ? words : undefined

const finish = (parts: Parts, negated: boolean, fold: boolean): CharacterClass => ({
  kind: 'class',
  set: union(...parts.sets),
  properties: parts.properties,
  negated,
  fold: fold && (parts.beyondAscii || parts.properties.length > 0),
})

const known = (set: CharacterSet, negated: boolean, fold: boolean): CharacterSet => {
  const folded = fold ? foldAscii(set) : set
  return negated ? complement(folded) : folded
}

/** `\d \D \s \S \w \W \pL \P{Greek}`, or undefined where none stands here. */
function readShortClass(scanner: Scanner, parts: Parts, flags: ClassFlags): boolean {
  const letter = scanner.peek(1)
  const set = perlClass(letter.toLowerCase(), flags)
  if (scanner.peek() !== '\\') return false
  if (set !== undefined) {
    scanner.at += 2
    parts.sets.push(known(set, letter !== letter.toLowerCase(), flags.fold))
    return true
  }
  if (letter !== 'p' && letter !== 'P') return false
  readProperty(scanner, parts, letter === 'P')
  return true
}

function readProperty(scanner: Scanner, parts: Parts, upper: boolean): void {
  const from = scanner.at
  scanner.at += 2
  const braced = scanner.eat('{')
  const inverted = braced && scanner.eat('^')
  const name = braced ? scanner.take(/[A-Za-z_]*/y) : scanner.take(/[A-Za-z]/y)
  const closed = !braced || scanner.eat('}')
  const property = closed ? propertyName(name) : undefined
  if (property === undefined) {
    refuse('regex/unknown-class', from, scanner.at, `unknown character class ${JSON.stringify(scanner.slice(from))}`)
  }
  parts.properties.push({ name: property, negated: upper !== inverted })
}

const categories = new Set(
  'L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs C Cc Cf Co Cs'.split(' '),
)

/** A general category or a script, by asking the engine whether it knows it. */
function propertyName(name: string): string | undefined {
  if (categories.has(name)) return name
  const script = `Script=${name}`
  return isKnownProperty(script) ? script : undefined
}

function isKnownProperty(property: string): boolean {
  try {
    return new RegExp(`\\p{${property}}`, 'u').source !== ''
  } catch (cause) {
    if (cause instanceof SyntaxError) return false
    throw cause
  }
}

/** `\d` and its kin outside brackets. */
export function parseShortClass(scanner: Scanner, flags: ClassFlags): CharacterClass | undefined {
  const parts: Parts = { sets: [], properties: [], beyondAscii: false }
  return readShortClass(scanner, parts, flags) ? finish(parts, false, flags.fold) : undefined
}

// class = "[" , [ "^" ] , item , { item } , "]" ; a "]" that stands first is an item
export function parseClass(scanner: Scanner, flags: ClassFlags): CharacterClass {
  const from = scanner.at
  scanner.eat('[')
  const negated = scanner.eat('^')
  const parts: Parts = { sets: [], properties: [], beyondAscii: false }
  for (let first = true; first || scanner.peek() !== ']'; first = false) {
    if (scanner.done) {
      refuse(
        'regex/unclosed-class',
        from,
        scanner.at,
        `expected "]" to close ${JSON.stringify(scanner.slice(from))}`,
        'to look for a bracket itself, write \\[',
      )
    }
    readItem(scanner, parts, flags)
  }
  scanner.eat(']')
  return finish(parts, negated, flags.fold)
}

function readItem(scanner: Scanner, parts: Parts, flags: ClassFlags): void {
  if (scanner.startsWith('[:') && readPosixClass(scanner, parts, flags.fold)) return
  if (readShortClass(scanner, parts, flags)) return
  const from = scanner.at
  const low = parseClassCode(scanner)
  const isRange = scanner.peek() === '-' && scanner.peek(1) !== ']' && scanner.peek(1) !== ''
  if (isRange) scanner.eat('-')
  const high = isRange ? parseClassCode(scanner) : low
  if (high < low) {
    refuse(
      'regex/class-range',
      from,
      scanner.at,
      `the range ${JSON.stringify(scanner.slice(from))} runs backwards`,
      'write the smaller character first',
    )
  }
  const set = characterSet([[low, high]])
  parts.sets.push(flags.fold ? foldAscii(set) : set)
  if (high > 127) parts.beyondAscii = true
}

function parseClassCode(scanner: Scanner): number {
  if (scanner.peek() === '\\') return parseEscapedCode(scanner)
  const character = scanner.character()
  scanner.at += character.length
  return character.codePointAt(0) ?? 0
}

function readPosixClass(scanner: Scanner, parts: Parts, fold: boolean): boolean {
  const from = scanner.at
  const written = scanner.take(/\[:\^?[A-Za-z]*:\]/y)
  if (written === '') return false
  const negated = written.startsWith('[:^')
  const name = written.slice(negated ? 3 : 2, -2)
  const set = Object.hasOwn(posixClasses, name) ? posixClasses[name] : undefined
  if (set === undefined) {
    refuse(
      'regex/unknown-class',
      from,
      scanner.at,
      `unknown character class "${written}"`,
      `known are ${Object.keys(posixClasses).join(', ')}`,
    )
  }
  parts.sets.push(known(set, negated, fold))
  return true
}
