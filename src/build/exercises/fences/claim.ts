import { claimConsoles } from '#grading/exercise.ts'
import type { ClaimMarking, ClaimTruth, Habit } from '#grading/marking.ts'
import { parseDuration } from '#lib/duration.ts'
import type { Millis } from '#lib/time.ts'
import { MapReader, readYaml, unknownWord, type LocatedMap } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'
import type { Fence } from '../cut.ts'
import type { AnswerForm } from './answer-form.ts'
import { defined } from './alarm.ts'
import { shuffle } from './items.ts'

const parts = ['cause', 'start', 'customers', 'line', 'request'] as const
const keys = [...parts, 'evidence', 'queries'] as const

/** Fence `claim`: the whole of it under Solution; under Wrong the parts that somebody gets wrong. */
export function readClaim(fence: Fence, { claim: whole, order = '' }: AnswerForm, problems: Problem[]): ClaimMarking {
  const reader = new MapReader(readYaml(fence.text, fence.line + 1, problems), 'a claim', whole === undefined ? keys : parts, problems)
  if (!parts.some((part) => reader.has(part)))
    problems.push({ line: fence.line, message: `expected at least one of ${parts.join(', ')} in a claim` })
  const causes = readCauses(reader, whole, order, problems)
  const { truth, labels } = readTruth(reader, causes.right, problems)
  for (const part of parts)
    if (whole !== undefined && truth[part] !== undefined && whole[part] === undefined)
      problems.push({ line: reader.lineOf(part), message: `nothing is claimed of "${part}" in the Solution` })
  return {
    ...truth,
    causes: causes.shown,
    labels,
    ...defined({ evidence: readEvidence(reader.child('evidence'), problems), queries: reader.number('queries') }),
  }
}

type Truth = { readonly truth: ClaimTruth; readonly labels: ClaimMarking['labels'] }

function readTruth(reader: MapReader, cause: string | undefined, problems: Problem[]): Truth {
  const part = (name: keyof ClaimTruth, known: readonly string[]): MapReader | undefined => {
    const map = reader.child(name)
    if (map === undefined) return undefined
    const inner = new MapReader(map, name, [...known, 'label'], problems)
    inner.require(known[0] ?? '')
    return inner
  }
  const start = part('start', ['insights', 'within'])
  const customers = part('customers', ['insights', 'within'])
  const line = part('line', ['pattern'])
  const request = part('request', ['insights'])
  return {
    truth: defined({
      cause,
      start: start && { insights: start.text('insights') ?? '', within: readWithin(start, problems) },
      customers: customers && { insights: customers.text('insights') ?? '', within: customers.number('within') ?? 0 },
      line: line && { pattern: line.text('pattern') ?? '' },
      request: request && { insights: request.text('insights') ?? '' },
    }),
    labels: defined({
      start: start?.text('label'),
      customers: customers?.text('label'),
      line: line?.text('label'),
      request: request?.text('label'),
    }),
  }
}

/** `bad deploy | throttling | certificate`: the first is right. A misconception names one of the others. */
function readCauses(
  reader: MapReader,
  whole: ClaimMarking | undefined,
  order: string,
  problems: Problem[],
): { readonly right?: string; readonly shown: readonly string[] } {
  const text = reader.text('cause')
  if (text === undefined) return { shown: [] }
  const options = text.split('|').map((option) => option.trim())
  const [right = ''] = options
  const line = reader.lineOf('cause')
  if (whole !== undefined) {
    const wrong = whole.causes.filter((cause) => cause !== whole.cause)
    if (!wrong.includes(right)) problems.push({ line, message: unknownWord('wrong cause', right, wrong) })
    return { right, shown: [] }
  }
  if (options.length < 2) problems.push({ line, message: 'expected at least two causes, "right | wrong"' })
  if (new Set(options).size < options.length) problems.push({ line, message: 'one cause stands here twice' })
  return { right, shown: shuffle(options, order) }
}

function readWithin(reader: MapReader, problems: Problem[]): Millis {
  const word = reader.word('within') ?? '0s'
  const length = parseDuration(word)
  if (length === undefined)
    problems.push({ line: reader.lineOf('within'), message: `expected a length such as 2m for "within", found "${word}"` })
  return length ?? 0
}

function readEvidence(map: LocatedMap | undefined, problems: Problem[]): ClaimMarking['evidence'] {
  if (map === undefined) return undefined
  const reader = new MapReader(map, 'evidence', ['from', 'of', 'overlaps'], problems)
  reader.require('from', 'of')
  const of = (reader.texts('of') ?? []).flatMap((name) => {
    const console = claimConsoles.find((known) => known === name)
    if (console === undefined) problems.push({ line: reader.lineOf('of'), message: unknownWord('console', name, claimConsoles) })
    return console === undefined ? [] : [console]
  })
  const from = reader.number('from') ?? 1
  if (from < 1 || from > of.length)
    problems.push({ line: reader.lineOf('from'), message: `expected 1 to ${of.length} for "from", found ${from}` })
  return { from, of, overlapsStart: reader.oneOf('overlaps', ['start'] as const) !== undefined }
}

const habits = ['never-narrowed', 'began-unfiltered'] as const

/** `did:never-narrowed version`, `did:began-unfiltered`. */
export function readHabit(written: string, line: number, problems: Problem[]): Habit | undefined {
  const [name = '', ...rest] = written.trim().split(/\s+/)
  const field = rest.join(' ')
  if (name === 'never-narrowed' && field !== '') return { kind: 'never-narrowed', field }
  if (name === 'began-unfiltered' && field === '') return { kind: 'began-unfiltered' }
  const message =
    name === 'never-narrowed' ? 'expected a field: "did:never-narrowed version"' : unknownWord('habit', written.trim(), habits)
  problems.push({ line, message })
  return undefined
}
