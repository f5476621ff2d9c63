import { never } from '#lib/invariant.ts'
import type { Comparison } from '../results/compare.ts'
import { clueOf } from './clue.ts'
import { pastedCharacters } from './pasted.ts'
import { count, grouped } from '../results/explain.ts'
import type { ExerciseLanguage } from '../exercise.ts'
import type { Condition } from '../marking.ts'
import { programs } from '../programs/index.ts'
import type { Outcome } from '../results/outcome.ts'
import type { Situation } from './situation.ts'

/** What the answer does now, on the world shown. */
export type State = {
  readonly language: ExerciseLanguage
  readonly text: string
  readonly answer: Outcome
  readonly expected: Outcome
  readonly difference: Comparison | undefined
  /** The lines it read. */
  readonly messages: readonly string[]
}

/** A program's state as hints ask for it. */
export function situationOf(state: State): Situation {
  const says = sayState(state)
  return { holds: (condition) => holds(condition, state), ...(says === undefined ? {} : { says }) }
}

/** Whether a hint's condition holds. */
function holds(condition: Condition, state: State): boolean {
  const { answer, difference } = state
  switch (condition) {
    case 'is refused':
      return answer.kind === 'refused'
    case 'keeps nothing':
      return kept(answer) === 0
    case 'keeps everything':
      return kept(answer) !== undefined && kept(answer) === total(answer) && total(answer) !== 0
    case 'keeps too much':
      return keepsOther(state, 'extra')
    case 'keeps too little':
      return keepsOther(state, 'missing')
    case 'other columns':
      return difference?.kind === 'columns'
    case 'same rows, other order':
      return difference?.kind === 'rows' && difference.isOrderOnly
    case 'does not group':
      return answer.kind === 'table' && programs[state.language].groups(state.text) === false
    case 'never pages':
    case 'misses one':
    case 'pages late':
    case 'pages for nothing':
    case 'other series':
    case 'other rules':
      return false
    default:
      return never(condition)
  }
}

const kept = (outcome: Outcome): number | undefined =>
  outcome.kind === 'events' ? outcome.events.length : outcome.kind === 'table' ? outcome.matched : undefined

const total = (outcome: Outcome): number | undefined => (outcome.kind === 'refused' ? undefined : outcome.total)

function keepsOther({ answer, expected, difference }: State, which: 'extra' | 'missing'): boolean {
  if (difference?.kind === 'events') return difference.events.some((event) => event.state === which)
  if (answer.kind !== 'table' || expected.kind !== 'table') return false
  if (answer.matched !== expected.matched) return which === 'extra' ? answer.matched > expected.matched : answer.matched < expected.matched
  return which === 'extra' ? answer.rows.length > expected.rows.length : answer.rows.length < expected.rows.length
}

/** `Your pattern keeps 0 of 412 lines.` */
function sayState(state: State): string | undefined {
  const { answer, difference } = state
  if (difference === undefined) return 'On the lines you see, your answer is right.'
  const clue = clueOf(state)
  const end = clue === undefined ? '.' : `: ${clue}${clue.endsWith('?') ? '' : '.'}`
  switch (answer.kind) {
    case 'events':
      return `Your pattern keeps ${grouped(answer.events.length)} of ${count(answer.total, 'line')}${end}`
    case 'table':
      return `Your query reads ${count(answer.total, 'line')}, keeps ${grouped(answer.matched)} and ends with ${count(answer.rows.length, 'row')}${end}`
    case 'refused':
      return sayRefused(state)
    default:
      return never(answer)
  }
}

/** `It cannot be read yet, in line 2: ...`: the first problem, and what to write instead where that is known. */
function sayRefused({ language, text, answer }: State): string {
  const problems = programs[language].language.diagnose(text).filter(({ severity }) => severity === 'error')
  const [first] = problems.length === 0 ? [] : [...pastedCharacters(text), ...problems]
  if (first === undefined) return answer.kind === 'refused' ? `It cannot be run: ${answer.message}.` : ''
  const line = text.slice(0, first.from).split('\n').length
  const place = text.includes('\n') ? `, in line ${line}` : ''
  return `It cannot be read yet${place}: ${first.message}.${first.hint === undefined ? '' : ` ${first.hint.replace(/^./, (letter) => letter.toUpperCase())}.`}`
}
