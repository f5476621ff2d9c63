import type { Hover, KnownField } from '#lib/text/language.ts'
import { forms, marks, operators, type Help } from './help.ts'
import { lex } from '../parse/lex.ts'
import { formOf } from '../parse/index.ts'
import type { Token } from '../parse/token.ts'

export function hover(text: string, offset: number, fields: readonly KnownField[]): Hover | undefined {
  const form = formOf(text)
  const token = lex(text, form).tokens.find((found) => found.from <= offset && offset < found.to)
  if (token === undefined) return undefined
  const help = helpFor(token, form)
  if (help !== undefined) return { from: token.from, to: token.to, title: help.detail, says: help.says, examples: help.examples }
  return token.kind === 'selector' ? hoverOfSelector(token, fields) : undefined
}

function helpFor(token: Token, form: string): Help | undefined {
  if (token.kind === 'regex') return forms.find(({ word }) => word.startsWith('%'))
  if (form === 'terms' && token.kind !== 'symbol') return forms[0]
  if (token.text === '{' || token.text === '[') return forms.find(({ word }) => word.startsWith(token.text))
  const known = [...operators, ...marks].find(({ word }) => word === token.text)
  return known ?? operators.find(({ insert }) => insert?.endsWith(` ${token.text}`) === true)
}

function hoverOfSelector(token: Extract<Token, { kind: 'selector' }>, fields: readonly KnownField[]): Hover {
  const path = token.steps.map((step) => (step.kind === 'name' ? step.name : step.kind === 'index' ? step.index : '*')).join('.')
  const field = fields.find(({ name }) => name === path)
  const share = field?.percent === undefined ? '' : ` It is in ${field.percent}% of the events.`
  const says = token.steps.some((step) => step.kind.startsWith('any-'))
    ? 'Any one of the values at this place may satisfy the condition.'
    : `The value at this place of the JSON message.${share}`
  return { from: token.from, to: token.to, title: token.text, says, examples: field?.samples ?? [] }
}
