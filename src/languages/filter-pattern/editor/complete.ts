import type { Completion, KnownField } from '#lib/text/language.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { forms, operators, type Help } from './help.ts'
import { formOf } from '../parse/index.ts'

/** What may stand at a place: the four forms in an empty pattern, then properties, operators and sample values. */
export function complete(text: string, offset: number, fields: readonly KnownField[]): readonly Completion[] {
  const before = text.slice(0, offset)
  if (before.trim() === '') return forms.map((form) => ({ ...offer(form, 'keyword'), from: 0, to: text.length }))
  const form = formOf(text)
  return form === 'json' ? completeJson(before, fields) : form === 'delimited' ? completeDelimited(before) : []
}

const offer = (help: Help, kind: Completion['kind']): Omit<Completion, 'from' | 'to'> => ({
  label: help.word,
  kind,
  insert: help.insert ?? help.word,
  detail: help.detail,
  says: help.says,
})

const typed = (before: string, pattern: RegExp): TextRange => ({
  from: before.length - (pattern.exec(before)?.[0].length ?? 0),
  to: before.length,
})

function completeJson(before: string, fields: readonly KnownField[]): readonly Completion[] {
  const value = /(\$[^\s=!<>]+)\s*(?:!=|=)\s*("[^"]*|[\w.*]*)$/.exec(before)
  if (value !== null) return completeValue(before, value[1] ?? '', value[2] ?? '', fields)
  if (/\$[^\s=!<>()&|]+\s+[A-Z]*$/.test(before))
    return operators.map((help) => ({ ...offer(help, 'keyword'), ...typed(before, /[A-Z]*$/) }))
  if (!/(?:^\s*\{|[(&|])\s*\$?[^\s=!<>()&|]*$/.test(before)) return joints(before)
  const range = typed(before, /\$?[^\s=!<>(){}&|]*$/)
  return fields.filter((field) => !field.name.startsWith('@')).map((field) => ({ ...completionOfField(field), ...range }))
}

const joints = (before: string): readonly Completion[] =>
  ['&&', '||'].map((word) => ({ label: word, kind: 'keyword', insert: word, ...typed(before, /[&|]*$/) }))

function completionOfField(field: KnownField): Omit<Completion, 'from' | 'to'> {
  const selector = selectorOf(field.name)
  const [sample] = field.samples
  return { label: selector, kind: 'field', insert: selector, ...(sample === undefined ? {} : { detail: sample }) }
}

/** A discovered field's dot path as a selector: `items.0.id` is `$.items[0].id`. */
function selectorOf(name: string): string {
  const steps = name
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : /^[\p{L}\p{N}_-]+$/u.test(step) ? `.${step}` : `['${step}']`))
  return `$${steps.join('')}`
}

function completeValue(before: string, selector: string, written: string, fields: readonly KnownField[]): readonly Completion[] {
  const field = fields.find(({ name }) => selectorOf(name) === selector)
  const range = { from: before.length - written.length, to: before.length }
  return (field?.samples ?? []).map((sample) => {
    const isNumber = /^-?\d+(?:\.\d+)?$/.test(sample)
    return { label: sample, kind: 'value', insert: isNumber ? sample : `"${sample.replaceAll('"', '\\"')}"`, ...range }
  })
}

function completeDelimited(before: string): readonly Completion[] {
  if (!/[[,]\s*\.{0,3}$/.test(before)) return []
  return [{ label: '...', kind: 'keyword', insert: '...', detail: 'any number of words', ...typed(before, /\.*$/) }]
}
