import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { fill, fillText, type Figures } from '../results/fill.ts'
import type { Wrong, WrongProgram } from '../marking.ts'
import { proseText } from './plain-text.ts'
import type { Difference, Misconception } from '../verdict.ts'

type Recognised = {
  readonly wrong: Wrong
  readonly program: WrongProgram
  readonly figures: Figures
  readonly where: 'here' | 'elsewhere'
  readonly difference?: Difference
  readonly diagnostics?: readonly Diagnostic[]
  readonly drawAgain?: number
}

/** An author's words, with this world's figures in them. */
export function misconception({ wrong, program, figures, where, difference, diagnostics, drawAgain }: Recognised): Misconception {
  return {
    kind: 'misconception',
    id: wrong.name,
    title: titleOf(wrong, figures),
    where,
    right: fill(wrong.right, figures),
    differs: fill(wrong.differs, figures),
    why: fill(wrong.why, figures),
    ...(program.cause === undefined ? {} : { cause: program.cause }),
    ...(difference === undefined ? {} : { difference }),
    ...(diagnostics === undefined ? {} : { diagnostics }),
    ...(drawAgain === undefined ? {} : { drawAgain }),
  }
}

/** `Close: you keep every failure`. */
function titleOf(wrong: Wrong, figures: Figures): string {
  const text = fillText(proseText(wrong.right.slice(0, 1)), figures)
    .trim()
    .replace(/\.$/, '')
  return `Close: ${text.replace(/^[A-Z](?=[a-z' ])/, (letter) => letter.toLowerCase())}`
}
