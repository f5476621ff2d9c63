import type { ExerciseLanguage } from '#grading/exercise.ts'
import { programs } from '#grading/programs/index.ts'
import type { SyntaxStyle } from '#lib/text/prose.ts'
import type { TextRange } from '#lib/text/text-range.ts'

type Token = TextRange & { readonly style?: SyntaxStyle; readonly text: string }

/** Texts one literal, one comparison or one condition away from a solution, those that still can be read. */
export function nearMisses(language: ExerciseLanguage, text: string): readonly string[] {
  const { language: tool, withoutParts } = programs[language]
  const tokens = tool.tokens(text).map((token) => ({ ...token, text: text.slice(token.from, token.to) }))
  const changed = [...tokens.flatMap((token) => changes(token, text)), ...withoutParts(text)]
  const readable = [...new Set(changed)].filter((candidate) => candidate.trim() !== '' && candidate !== text)
  return readable.filter((candidate) => tool.diagnose(candidate).every((diagnostic) => diagnostic.severity !== 'error'))
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  '=': ['!='],
  '!=': ['='],
  '>': ['>=', '<'],
  '<': ['<=', '>'],
  '>=': ['>', '<='],
  '<=': ['<', '>='],
  '&&': ['||'],
  '||': ['&&'],
  and: ['or'],
  or: ['and'],
  asc: ['desc'],
  desc: ['asc'],
  like: ['not like'],
  avg: ['max', 'sum'],
  sum: ['avg', 'max'],
  min: ['max'],
  max: ['min', 'avg'],
  count: [],
}

function changes({ from, to, style, text: token }: Token, text: string): readonly string[] {
  const put = (replacement: string): string => text.slice(0, from) + replacement + text.slice(to)
  const swapped = (swaps[token.toLowerCase()] ?? []).map(put)
  if (style === 'number') return [...swapped, ...otherNumbers(token).map(put)]
  if (style === 'string') return [...swapped, ...otherWords(token).map(put)]
  return swapped
}

/** The figure in a number or a period (`5m`), one off either way. */
function otherNumbers(token: string): readonly string[] {
  const found = /^(-?\d+(?:\.\d+)?)(.*)$/.exec(token)
  if (found?.[1] === undefined) return []
  const [, figure, unit = ''] = found
  const step = figure.includes('.') ? 0.1 : 1
  const digits = figure.split('.')[1]?.length ?? 0
  return [step, -step].map((by) => `${(Number(figure) + by).toFixed(digits)}${unit}`)
}

function otherWords(token: string): readonly string[] {
  const word = /[A-Za-z]+/.exec(token)?.[0]
  if (word === undefined) return []
  const other = word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase()
  return [token.replace(word, other), ...(word.length > 2 ? [token.replace(word, word.slice(0, -1))] : [])]
}
