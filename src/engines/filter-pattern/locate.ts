import type { TextRange } from '#lib/text/text-range.ts'
import type { Step } from '#languages/filter-pattern/ast.ts'

/** Where the values that a selector selects stand in a valid JSON text. Of a repeated member the last one counts. */
export function locate(text: string, steps: readonly Step[]): readonly TextRange[] {
  let found: readonly number[] = [skipSpace(text, 0)]
  for (const step of steps) found = found.flatMap((at) => follow(text, at, step))
  return found.map((from) => ({ from, to: skipValue(text, from) }))
}

function follow(text: string, at: number, step: Step): readonly number[] {
  const first = text[at]
  if (first === '{') {
    if (step.kind === 'index') return []
    const members = readMembers(text, at)
    if (step.kind !== 'name') return [...members.values()]
    const member = members.get(step.name)
    return member === undefined ? [] : [member]
  }
  if (first !== '[' || step.kind === 'name') return []
  const elements = readElements(text, at)
  return step.kind === 'index' ? elements.slice(step.index, step.index + 1) : elements
}

function readMembers(text: string, open: number): ReadonlyMap<string, number> {
  const members = new Map<string, number>()
  let at = skipSpace(text, open + 1)
  while (text[at] === '"') {
    const end = skipString(text, at)
    const value = skipSpace(text, skipSpace(text, end) + 1)
    members.set(readString(text, at, end), value)
    at = skipSpace(text, skipValue(text, value))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return members
}

function readElements(text: string, open: number): readonly number[] {
  const elements: number[] = []
  let at = skipSpace(text, open + 1)
  while (at < text.length && text[at] !== ']') {
    elements.push(at)
    at = skipSpace(text, skipValue(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return elements
}

function readString(text: string, from: number, to: number): string {
  const inner = text.slice(from + 1, to - 1)
  return inner.includes('\\') ? String(JSON.parse(text.slice(from, to))) : inner
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= 32) at++
  return at
}

function skipString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/** The end of the value that begins here; nothing nests on the call stack, however deep the text does. */
function skipValue(text: string, from: number): number {
  let depth = 0
  let at = from
  do {
    const character = text[at]
    if (character === '"') at = skipString(text, at)
    else {
      if (character === '{' || character === '[') depth++
      else if (character === '}' || character === ']') depth--
      at++
    }
  } while (at < text.length && (depth > 0 || !isEnd(text, from, at)))
  return at
}

/** A scalar ends before white space or punctuation; a string, an array and an object have brought their own end. */
function isEnd(text: string, from: number, at: number): boolean {
  const first = text[from]
  return first === '"' || first === '{' || first === '[' || /[\s,\]}]/.test(text[at] ?? '')
}
