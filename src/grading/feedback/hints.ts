import { proseText } from './plain-text.ts'
import type { AuthorHint, DrawnMarking, Marking } from '../marking.ts'
import { redrawn } from '../seeds.ts'
import type { Situation } from './situation.ts'
import type { Hint } from '../verdict.ts'

/** The next step of the ladder for an answer as it stands; undefined at its end. `situationOf` says how the answer stands. */
export async function nextHint(
  marking: Marking,
  drawing: number,
  shown: readonly number[],
  situationOf: () => Promise<Situation | undefined>,
): Promise<Hint | undefined> {
  if (marking.role === 'transfer') return undefined
  const drawn = drawnOf(marking, drawing)
  const situation = await situationOf()
  const index = drawn.hints.findIndex((hint, at) => !shown.includes(at) && applies(hint, situation))
  const hint = drawn.hints[index]
  if (hint !== undefined) {
    const state = situation?.says
    return { index, rung: rungOf(hint, index), says: hint.says, ...(state === undefined ? {} : { state }) }
  }
  return worked(marking, drawing, shown)
}

/** The marking of a drawing; past the author's values they come round again, on another seed. */
export function drawnOf(marking: Marking, drawing: number): DrawnMarking {
  const drawn = marking.drawings[drawing % marking.drawings.length]
  if (drawn === undefined) throw new Error(`cannot mark ${marking.id}: it has no drawing ${drawing}`)
  if (drawing < marking.drawings.length) return drawn
  return redrawn(drawn, marking.id, drawing)
}

function applies(hint: AuthorHint, situation: Situation | undefined): boolean {
  if (hint.condition === undefined) return true
  return situation !== undefined && situation.holds(hint.condition)
}

function rungOf(hint: AuthorHint, index: number): Hint['rung'] {
  if (proseText(hint.says).includes('____')) return 'gap'
  return index === 0 ? 'where' : 'construct'
}

/** Behind the author's hints: the twin solved, then the answer, after which the exercise is drawn once more. */
function worked(marking: Marking, drawing: number, shown: readonly number[]): Hint | undefined {
  const drawn = drawnOf(marking, drawing)
  const twin = drawnOf(marking, drawing + 1)
  const count = drawn.hints.length
  if (drawn.solution === undefined) return undefined
  if (marking.drawings.length > 1 && twin.solution !== undefined && !shown.includes(count)) {
    return {
      index: count,
      rung: 'twin',
      says: says('The same task with other names and other data, solved:'),
      worked: { task: twin.task, ...twin.solution },
    }
  }
  if (shown.includes(count + 1)) return undefined
  const again = marking.drawings.length > 2 ? { drawAgain: drawing + 2 } : {}
  const text =
    again.drawAgain === undefined
      ? 'One answer, and why it works:'
      : 'One answer, and why it works. Say it back in your own words, then solve it once more with other values:'
  return { index: count + 1, rung: 'answer', says: says(text), worked: { task: drawn.task, ...drawn.solution }, ...again }
}

const says = (text: string): Hint['says'] => [{ kind: 'paragraph', children: [{ kind: 'text', text }] }]
