import { isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml'
import { nearest } from '#lib/near.ts'
import type { Problem } from '../prose.ts'
import type { Piece } from './split.ts'

/** One value of a mapping, with the line it stands on. */
export type Entry = { readonly value: unknown; readonly line: number }
export type Mapping = { readonly line: number; readonly entries: Readonly<Record<string, Entry>> }

/** Reads a YAML mapping and refuses keys nobody knows. */
export function readMapping(piece: Piece, known: readonly string[], what: string, problems: Problem[]): Mapping {
  const counter = new LineCounter()
  const document = parseDocument(piece.text, { lineCounter: counter, version: '1.2', prettyErrors: false })
  for (const error of document.errors) {
    problems.push({ line: piece.firstLine + counter.linePos(error.pos[0]).line - 1, message: yamlMessage(error.code, error.message) })
  }
  const line = (node: Node | null): number => piece.firstLine + counter.linePos(node?.range?.[0] ?? 0).line - 1
  const entries: Record<string, Entry> = {}
  if (document.errors.length > 0) return { line: piece.firstLine, entries }
  if (!isMap(document.contents)) {
    problems.push({ line: piece.firstLine, message: `expected "key: value" lines in ${what}; known keys: ${known.join(', ')}` })
    return { line: piece.firstLine, entries }
  }
  for (const pair of document.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    const at = isScalar(pair.key) ? line(pair.key) : piece.firstLine
    if (known.includes(key)) entries[key] = { value: document.get(key, false) === undefined ? undefined : toPlain(pair.value), line: at }
    else problems.push({ line: at, message: unknownKey(key, known, what) })
  }
  return { line: piece.firstLine, entries }
}

const toPlain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : value

function yamlMessage(code: string, message: string): string {
  const quote = ['BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START', 'MULTILINE_IMPLICIT_KEY', 'UNEXPECTED_TOKEN'].includes(code)
  return `this YAML cannot be read: ${message.split('\n')[0]}${quote ? '; a text with ": ", or that begins with a quote or a backtick, must be quoted: quote it' : ''}`
}

export function unknownKey(key: string, known: readonly string[], what: string): string {
  const near = nearest(key, known)
  return `unknown key "${key}" in ${what}${near === undefined ? `; known: ${known.join(', ')}` : `; did you mean "${near}"?`}`
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
