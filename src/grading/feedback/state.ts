import { never } from '#lib/invariant.ts'
import type { Comparison } from '../results/compare.ts'
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
function sayState({ answer, difference }: State): string | undefined {
  if (difference === undefined) return 'On the lines you see, your answer is right.'
  switch (answer.kind) {
    case 'events':
      return `Your pattern keeps ${grouped(answer.events.length)} of ${count(answer.total, 'line')}.`
    case 'table':
      return `Your query reads ${count(answer.total, 'line')}, keeps ${grouped(answer.matched)} and ends with ${count(answer.rows.length, 'row')}.`
    case 'refused':
      return undefined
    default:
      return never(answer)
  }
}
