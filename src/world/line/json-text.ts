import type { TextRange } from '#lib/text/text-range.ts'

/** A member of an object inside a text: all of it, and its value. */
export type Member = { readonly name: string; readonly whole: TextRange; readonly value: TextRange }

/** The first JSON object in a line, be it the whole line or a piece of it. */
export function findObject(text: string): TextRange | undefined {
  for (let from = text.indexOf('{'); from >= 0; from = text.indexOf('{', from + 1)) {
    const to = endOfValue(text, from)
    if (to !== undefined && isJson(text.slice(from, to))) return { from, to }
  }
  return undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The member a dot path leads to, `msg.statusCode`, in the first object of the text. */
export function findMember(text: string, path: string): Member | undefined {
  const object = findObject(text)
  if (object === undefined) return undefined
  return path.split('.').reduce<Member | undefined>((parent, name, depth) => {
    const inside = depth === 0 ? object : parent?.value
    return inside === undefined ? undefined : members(text, inside).find((member) => member.name === name)
  }, undefined)
}

/** The members of a sound object. */
function members(text: string, object: TextRange): readonly Member[] {
  const found: Member[] = []
  if (text[object.from] !== '{') return found
  let at = afterBlanks(text, object.from + 1)
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at) ?? object.to
    const valueFrom = afterBlanks(text, afterBlanks(text, nameEnd) + 1)
    const to = endOfValue(text, valueFrom) ?? object.to
    found.push({ name: text.slice(at + 1, nameEnd - 1), whole: { from: at, to }, value: { from: valueFrom, to } })
    at = afterBlanks(text, to)
    if (text[at] !== ',') break
    at = afterBlanks(text, at + 1)
  }
  return found
}

/** Cuts a member out, with the comma that is then too many. */
export function withoutMember(text: string, { whole }: Member): string {
  const after = afterBlanks(text, whole.to)
  if (text[after] === ',') return text.slice(0, whole.from) + text.slice(afterBlanks(text, after + 1))
  const before = text.slice(0, whole.from).replace(/,\s*$/, '')
  return before + text.slice(whole.to)
}

/** Adds a member at the end of the first object. */
export function withMember(text: string, name: string, value: string): string | undefined {
  const object = findObject(text)
  if (object === undefined) return undefined
  const comma = members(text, object).length === 0 ? '' : ','
  const end = object.to - 1
  return `${text.slice(0, end)}${comma}${JSON.stringify(name)}:${JSON.stringify(value)}${text.slice(end)}`
}

function afterBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at++
  return at
}

function endOfString(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
  }
  return undefined
}

/** Behind the value that begins at `from`; undefined where the text ends first. */
function endOfValue(text: string, from: number): number | undefined {
  if (text[from] === '"') return endOfString(text, from)
  if (text[from] !== '{' && text[from] !== '[') {
    let at = from
    while (at < text.length && !',}] \t\r\n'.includes(text[at] ?? '')) at++
    return at
  }
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '"') at = (endOfString(text, at) ?? text.length) - 1
    else if ('{['.includes(character)) depth++
    else if ('}]'.includes(character) && --depth === 0) return at + 1
  }
  return undefined
}
