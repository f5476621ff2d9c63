import type { Hover, KnownField, Signature } from '#lib/text/language.ts'
import { parameterLabel, signatureOf } from '../check/calls.ts'
import { findCommand } from '../command/index.ts'
import { findFunction } from '../functions/index.ts'
import { scan } from './scan.ts'
import { situationAt } from './situation.ts'

export function hover(text: string, offset: number, fields: readonly KnownField[]): Hover | undefined {
  const piece = scan(text).find((found) => found.from <= offset && offset < found.to)
  if (piece === undefined) return undefined
  const { from, to } = piece
  const command = piece.kind === 'command' ? findCommand(piece.text) : undefined
  if (command !== undefined) return { from, to, title: command.form, says: command.says, examples: command.examples }
  const entry = piece.kind === 'function' ? findFunction(piece.text) : undefined
  if (entry !== undefined) {
    return { from, to, title: `${entry.name}(${signatureOf(entry)})`, says: entry.says, examples: entry.examples.map(({ query }) => query) }
  }
  const help = keywordHelp[piece.text.toLowerCase()]
  if (help !== undefined && piece.kind !== 'string') return { from, to, ...help }
  return piece.kind === 'field' ? hoverOfField(piece.text, from, to, fields) : undefined
}

const keywordHelp: Readonly<Record<string, Pick<Hover, 'title' | 'says' | 'examples'>>> = {
  like: {
    title: 'like "text" or like /regex/',
    says: 'True where the text occurs somewhere in the value, or the expression finds something in it. Capitals count; (?i) at the beginning of an expression makes them not count.',
    examples: ['@message like "timeout"', '@message like /(?i)time(d )?out/'],
  },
  in: { title: 'in [VALUE, ...]', says: 'True where the whole value is one of the list.', examples: ['status in [500, 502, 503]'] },
  by: { title: 'by KEY, ...', says: 'One row for each combination of the keys.', examples: ['stats count(*) by branch, bin(5m)'] },
  as: { title: 'as NAME', says: 'Names the column; later commands use that name.', examples: ['durationMs / 1000 as seconds'] },
  '|': { title: '|', says: 'Hands the rows of one command to the next.', examples: ['filter status >= 500 | stats count(*)'] },
  '=': {
    title: '=',
    says: 'Equal: numbers by value, text to the letter. Looks at the whole value; like looks inside.',
    examples: ['level = "ERROR"'],
  },
  '=~': { title: '=~ /regex/', says: 'True where the expression finds something in the value.', examples: ['path =~ /^\\/api/'] },
}

const systemFields: Readonly<Record<string, string>> = {
  '@timestamp': 'When the event happened, as its sender says.',
  '@message': 'The whole text of the event.',
  '@ingestionTime': 'When CloudWatch Logs took the event in.',
  '@logStream': 'The stream the event lies in.',
  '@log': 'The account and the log group the event lies in, 123456789012:group.',
  '@ptr': 'A pointer to the event; every row of a query without stats carries one.',
}

function hoverOfField(name: string, from: number, to: number, fields: readonly KnownField[]): Hover | undefined {
  const field = fields.find((known) => known.name === name.replaceAll('`', ''))
  const system = systemFields[name]
  if (field === undefined && system === undefined) return undefined
  const share = field?.percent === undefined ? '' : `Found in ${field.percent}% of the events.`
  return {
    from,
    to,
    title: name,
    says: [system ?? 'A discovered field.', share].filter((part) => part !== '').join(' '),
    examples: field?.samples ?? [],
  }
}

/** The parameters of the call around the caret, the one being written marked. */
export function signature(text: string, offset: number): Signature | undefined {
  const { call } = situationAt(text, offset)
  const entry = call === undefined ? undefined : findFunction(call.name)
  if (call === undefined || entry === undefined) return undefined
  const parameters = entry.parameters.map((parameter) => ({ label: parameterLabel(parameter), says: parameter.says }))
  const active = Math.min(call.argument, Math.max(0, parameters.length - 1))
  return { label: `${entry.name}(${signatureOf(entry)})`, says: entry.says, parameters, active }
}
