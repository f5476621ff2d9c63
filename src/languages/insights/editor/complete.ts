import type { Completion, KnownField } from '#lib/text/language.ts'
import { commandWords, findCommand, namesGiven } from '../command/index.ts'
import type { FunctionEntry } from '../function-entry.ts'
import { signatureOf } from '../check/calls.ts'
import { functionEntries } from '../functions/index.ts'
import { parse } from '../parse/index.ts'
import { printPath } from '../print/expression.ts'
import { situationAt, type Situation } from './situation.ts'

type Offer = Omit<Completion, 'from' | 'to'>

/** Commands where one is due; else fields, functions, sample values and the words of the command. */
export function complete(text: string, offset: number, fields: readonly KnownField[]): readonly Completion[] {
  const situation = situationAt(text, offset)
  const values = completeValues(text, offset, situation, fields)
  if (values !== undefined) return values
  if (situation.isInText) return []
  const range = { from: situation.from, to: endOfWord(text, offset) }
  const rest = text.slice(range.to)
  return offersIn(situation, text, fields).map((offer) => ({ ...offer, insert: shortened(offer, rest), ...range }))
}

/** Where an operand or a parenthesis stands already, only the word itself is put in. */
function shortened({ kind, label, insert }: Offer, rest: string): string {
  const isGiven = kind === 'function' ? rest.startsWith('(') : kind === 'command' && /^\s*[^\s|]/.test(rest)
  return isGiven ? label : insert
}

const endOfWord = (text: string, offset: number): number => offset + (/^[\p{L}\p{N}_@]*/u.exec(text.slice(offset))?.[0].length ?? 0)

function offersIn(situation: Situation, text: string, fields: readonly KnownField[]): readonly Offer[] {
  const { before, command, isFirstStage } = situation
  if (before.length === 0) return [...offersOfCommands(), ...(isFirstStage ? [source] : [])]
  const last = before.at(-1)
  if (last?.text.toLowerCase() === 'as' || command === 'limit')
    return command === 'limit' && before.length === 1 ? [keyword('any', 'rows in no order')] : []
  if (before.length === 1 || isOpen(last?.text ?? '')) return operandOffers(situation, text, fields)
  return joints(situation)
}

const isOpen = (text: string): boolean =>
  /^(?:[,([=<>+\-*/%^!]|!=|<=|>=|=~)$/.test(text) || ['by', 'and', 'or', 'not'].includes(text.toLowerCase())

const keyword = (label: string, detail: string): Offer => ({ label, kind: 'keyword', insert: label, detail })

const source: Offer = {
  label: 'SOURCE',
  kind: 'keyword',
  insert: 'SOURCE "',
  detail: 'SOURCE "log-group"',
  says: 'Chooses the log groups in the query itself; stands first.',
}

const offersOfCommands = (): readonly Offer[] =>
  commandWords.map(({ name, form, insert, says }) => ({ label: name, kind: 'command', insert, detail: form, says }))

function operandOffers({ command, before, call }: Situation, text: string, fields: readonly KnownField[]): readonly Offer[] {
  const isBehindBy = before.some(({ text: word, kind }) => kind === 'keyword' && word.toLowerCase() === 'by')
  const names = [...fields.map(offerOfField), ...offersOfAliases(text, fields)]
  const isAggregate = command === 'stats' && !isBehindBy && call === undefined
  const functions = functionEntries.filter(({ kind }) => isAggregate || kind === 'scalar').map(offerOfFunction)
  return isAggregate ? [...functions.filter(({ kind }) => kind === 'function'), ...names] : [...names, ...functions]
}

function offerOfField({ name, percent, samples }: KnownField): Offer {
  const [sample] = samples
  const share = percent === undefined ? '' : `in ${percent}% of the events`
  const insert = printPath({ steps: name.split('.') })
  return {
    label: name,
    kind: 'field',
    insert,
    ...(sample === undefined ? {} : { detail: sample }),
    ...(share === '' ? {} : { says: share }),
  }
}

/** Names that the query itself gives. */
function offersOfAliases(text: string, fields: readonly KnownField[]): readonly Offer[] {
  const names = parse(text).ast.commands.flatMap((command) => {
    if (command.kind === 'fields' || command.kind === 'display') return command.items.flatMap(({ alias }) => alias ?? [])
    if (command.kind === 'stats') return [...command.items, ...command.by].flatMap(({ alias }) => alias ?? [])
    return namesGiven(command)
  })
  const known = new Set(fields.map(({ name }) => name))
  return [...new Set(names)]
    .filter((name) => !known.has(name))
    .map((name) => ({ label: name, kind: 'field', insert: name, detail: 'named in this query' }))
}

function offerOfFunction(entry: FunctionEntry): Offer {
  const detail = `${entry.name}(${signatureOf(entry)})`
  const insert = entry.name === 'count' ? 'count(*)' : `${entry.name}(`
  return { label: entry.name, kind: 'function', insert, detail, says: entry.says }
}

const joints = ({ command = '' }: Situation): readonly Offer[] =>
  (findCommand(command)?.joints ?? []).map(({ word, says }) => keyword(word, says))

/** What stands before the caret where a value is due: a field with a comparison, or with a list that has begun. */
const NAME = '([\\p{L}\\p{N}_@.]+|`[^`]+`)'
const WRITTEN = '(["\'][^"\']*|[\\p{L}\\p{N}_]*)$'
const compared = new RegExp(`${NAME}\\s*(?:=|!=)\\s*${WRITTEN}`, 'u')
const listed = new RegExp(`${NAME}\\s+(?:not\\s+)?in\\s*\\[((?:[^\\][]*,)?)\\s*${WRITTEN}`, 'iu')

type ValuePlace = { readonly field: string; readonly written: string; readonly before: string }

function valuePlaceAt(text: string): ValuePlace | undefined {
  const one = compared.exec(text)
  if (one) return { field: one[1] ?? '', written: one[2] ?? '', before: '' }
  const many = listed.exec(text)
  return many ? { field: many[1] ?? '', written: many[3] ?? '', before: many[2] ?? '' } : undefined
}

/** Sample values behind `field =` and in `field in [`, also in an open quote; in a list those that are not in it yet. */
function completeValues(
  text: string,
  offset: number,
  situation: Situation,
  fields: readonly KnownField[],
): readonly Completion[] | undefined {
  const place = valuePlaceAt(text.slice(0, offset))
  const samples = fields.find(({ name }) => name === place?.field.replaceAll('`', ''))?.samples ?? []
  if (place === undefined || samples.length === 0 || !['filter', 'where'].includes(situation.command ?? '')) return undefined
  const { written } = place
  const given = new Set(place.before.split(',').map((value) => value.trim().replace(/^(["'])(.*)\1$/, '$2')))
  const closing = written !== '' && text[offset] === written[0] ? 1 : 0
  return samples
    .filter((sample) => !given.has(sample))
    .map((sample) => {
      const isNumber = /^-?\d+(?:\.\d+)?$/.test(sample) && !/^["']/.test(written)
      const insert = isNumber ? sample : `"${sample.replace(/[\\"]/g, '\\$&')}"`
      return { label: sample, kind: 'value', insert, from: offset - written.length, to: offset + closing }
    })
}
