import type { Problem } from '../prose.ts'
import { unknownWord } from '../located-yaml.ts'

/** A file cut at its seams; lines count from 1. */
export type CutFile = {
  readonly header: { readonly text: string; readonly line: number }
  readonly preamble: Part
  readonly sections: readonly Section[]
}

export type Section = Part & { readonly title: string }

export type Part = {
  readonly line: number
  readonly chunks: readonly Chunk[]
}

/** `prose` keeps its blank lines, so that a line in it can be named. */
export type Chunk =
  | { readonly kind: 'prose'; readonly line: number; readonly text: string }
  | { readonly kind: 'fence'; readonly line: number; readonly info: string; readonly text: string }
  | { readonly kind: 'subheading'; readonly line: number; readonly title: string }

export type Fence = Extract<Chunk, { kind: 'fence' }>

/** Front matter, the prose before the first `##`, and the sections. */
export function cutFile(text: string, problems: Problem[]): CutFile {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  if (end < 0) problems.push({ line: 1, message: 'expected front matter between two lines "---" at the head of the file' })
  const parts = cutBody(lines, Math.max(0, end + 1), problems)
  const [preamble, ...sections] = parts
  return {
    header: { text: lines.slice(1, Math.max(1, end)).join('\n'), line: 2 },
    preamble: preamble ?? { line: 1, chunks: [] },
    sections: sections.map((part) => ({ ...part, title: part.title ?? '' })),
  }
}

type OpenPart = { title?: string; line: number; chunks: Chunk[] }

function cutBody(lines: readonly string[], from: number, problems: Problem[]): readonly OpenPart[] {
  const parts: OpenPart[] = [{ line: from + 1, chunks: [] }]
  let prose: string[] = []
  let proseLine = from + 1
  const push = (chunk: Chunk): void => void parts.at(-1)?.chunks.push(chunk)
  const flush = (next: number): void => {
    if (prose.some((line) => line.trim() !== '')) push({ kind: 'prose', line: proseLine, text: prose.join('\n') })
    prose = []
    proseLine = next
  }
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,6})\s+(.*?)\s*$/.exec(line)
    const opening = /^(`{3,})([^`]*)$/.exec(line)
    if (opening?.[1] !== undefined) {
      const close = fenceEnd(lines, at, opening[1].length)
      if (close < 0) problems.push({ line: at + 1, message: 'this fence is never closed' })
      flush(0)
      const last = close < 0 ? lines.length : close
      push({ kind: 'fence', line: at + 1, info: (opening[2] ?? '').trim(), text: lines.slice(at + 1, last).join('\n') })
      at = last
      proseLine = at + 2
    } else if (heading !== null) {
      flush(at + 2)
      const title = heading[2] ?? ''
      if (heading[1] === '##') parts.push({ title, line: at + 1, chunks: [] })
      else if (heading[1] === '###') push({ kind: 'subheading', line: at + 1, title })
      else problems.push({ line: at + 1, message: `expected "## ${title}" or "### ${title}", found "${heading[1]} ${title}"` })
    } else prose.push(line)
  }
  flush(0)
  return parts
}

const fenceEnd = (lines: readonly string[], opened: number, ticks: number): number =>
  lines.findIndex((line, at) => at > opened && /^`{3,}\s*$/.test(line) && line.trim().length >= ticks)

/** `insights cause:mental-model`: a language, bare words and `key:value` pairs. */
export type Info = { readonly language: string; readonly words: readonly string[]; readonly pairs: Readonly<Record<string, string>> }

/** Reads an info string; words and keys that are not among `known` are problems. */
export function readInfo(
  fence: Fence,
  known: { readonly words?: readonly string[]; readonly keys?: readonly string[] },
  problems: Problem[],
): Info {
  const [language = '', ...rest] = fence.info.split(/\s+/)
  const words: string[] = []
  const pairs: Record<string, string> = {}
  for (const word of rest) {
    const colon = word.indexOf(':')
    const name = colon < 0 ? word : word.slice(0, colon)
    const names = colon < 0 ? (known.words ?? []) : (known.keys ?? [])
    if (!names.includes(name)) problems.push({ line: fence.line, message: unknownInfo(name, colon < 0, known) })
    else if (colon < 0) words.push(word)
    else pairs[name] = word.slice(colon + 1)
  }
  return { language, words, pairs }
}

function unknownInfo(
  name: string,
  isWord: boolean,
  known: { readonly words?: readonly string[]; readonly keys?: readonly string[] },
): string {
  const all = [...(known.words ?? []), ...(known.keys ?? []).map((key) => `${key}:`)]
  const shown = isWord ? name : `${name}:`
  if (all.length === 0) return `nothing may follow the language of this fence, found "${shown}"`
  return unknownWord('word on a fence', shown, all)
}
