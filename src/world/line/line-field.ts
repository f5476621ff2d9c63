import type { TextRange } from '#lib/text/text-range.ts'
import { findMember, withoutMember } from './json-text.ts'

/** A field of a line: a member of its JSON, a figure of a REPORT line, or `name=value` in text. */
export type LineField = { readonly kind: 'json' | 'text'; readonly value: TextRange; remove(): string }

const reportLabels: Readonly<Record<string, string>> = {
  '@duration': 'Duration',
  '@billedDuration': 'Billed Duration',
  '@memorySize': 'Memory Size',
  '@maxMemoryUsed': 'Max Memory Used',
  '@initDuration': 'Init Duration',
}

export const findField = (line: string, path: string): LineField | undefined =>
  jsonField(line, path) ?? reportField(line, path) ?? assignedField(line, path)

function jsonField(line: string, path: string): LineField | undefined {
  const member = findMember(line, path)
  return member === undefined ? undefined : { kind: 'json', value: member.value, remove: () => withoutMember(line, member) }
}

/** `Duration: 2.03 ms`, between tabs. */
function reportField(line: string, path: string): LineField | undefined {
  const label = reportLabels[path]
  if (label === undefined || !line.startsWith('REPORT ')) return undefined
  const from = line.indexOf(`\t${label}: `)
  if (from < 0) return undefined
  const valueFrom = from + label.length + 3
  const to = line.indexOf('\t', valueFrom)
  const value = { from: valueFrom, to: line.indexOf(' ', valueFrom) }
  return { kind: 'text', value, remove: () => line.slice(0, from) + line.slice(to) }
}

function assignedField(line: string, path: string): LineField | undefined {
  const at = ` ${line}`.indexOf(` ${path}=`)
  if (at < 0) return undefined
  const from = at + path.length + 1
  const length = line.slice(from).search(/[\s,;]|$/)
  return { kind: 'text', value: { from, to: from + length }, remove: () => line.slice(0, at) + line.slice(from + length).trimStart() }
}

export const readField = (line: string, path: string): string | undefined => {
  const field = findField(line, path)
  return field === undefined ? undefined : line.slice(field.value.from, field.value.to)
}

/** The line with other text where the field's value stood. */
export function writeField(line: string, path: string, text: string): string | undefined {
  const field = findField(line, path)
  return field === undefined ? undefined : line.slice(0, field.value.from) + text + line.slice(field.value.to)
}

/** Lines whose shape is not the application's own: the platform's, the web server's, the network's. */
export const hasFixedShape = (line: string): boolean => /^(START|END|REPORT|RequestId:) |^\{"time":|^\S+ - \S+ \[|^2 \d{12} eni-/.test(line)
