import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { solutionOf, tryOn, type Bench, type Trial } from '../bench.ts'
import { behavesAlike, type Comparison } from '../results/compare.ts'
import { counterExample } from '../worlds/counter-example.ts'
import { programsIn, textLanguage } from '../programs/index.ts'
import { showDifference } from '../results/difference.ts'
import { explain } from '../results/explain.ts'
import { figuresOf } from '../results/fill.ts'
import { hasGap, matchesFrame } from './frame.ts'
import type { Wrong, WrongProgram } from '../marking.ts'
import { clueOf } from '../feedback/clue.ts'
import { misconception } from '../feedback/misconception.ts'
import { notesOn } from '../feedback/notes.ts'
import { pastedCharacters } from '../feedback/pasted.ts'
import type { Verdict } from '../verdict.ts'

/** Marks a text that is run: on the world shown first, then on worlds nobody has seen. */
export async function gradeProgram(bench: Bench, text: string): Promise<Verdict> {
  if (text.trim() === '') return { kind: 'empty', message: emptyMessage(bench) }
  if (hasGap(text) && bench.marking.kind === 'fill-gap')
    return { kind: 'empty', message: 'A gap is still open. Anything may go in; wrong answers cost nothing here.' }
  const broken = refusedText(bench, text)
  if (broken !== undefined) return broken
  const verdict = await gradeRunning(bench, text)
  const pasted = verdict.kind === 'pass' ? [] : pastedCharacters(text)
  return pasted.length > 0 ? { kind: 'parse-error', diagnostics: pasted } : verdict
}

function emptyMessage({ marking, drawn }: Bench): string {
  if (marking.kind === 'fragments') return 'Nothing is laid out yet. Put a first piece down and run it; wrong answers cost nothing here.'
  return `There is nothing to check yet. Write a ${programsIn(drawn.language).noun}, run it, look at what it does; wrong answers cost nothing here.`
}

/** A text the language cannot read: never an attempt. */
function refusedText(bench: Bench, text: string): Verdict | undefined {
  const { marking, drawn } = bench
  if (marking.kind === 'fill-gap' && !matchesFrame(text, drawn.start)) return { kind: 'parse-error', diagnostics: [outsideTheGap(text)] }
  const diagnostics = programsIn(drawn.language)
    .language.diagnose(text)
    .filter((diagnostic) => diagnostic.severity === 'error')
  if (diagnostics.length === 0) return undefined
  const known = drawn.wrongs
    .flatMap((wrong) => wrong.programs.map((program) => ({ wrong, program })))
    .find(({ program }) => diagnostics.some((one) => one.code === program.refused))
  if (known !== undefined) return misconception({ ...known, figures: figuresOf(undefined, true), where: 'here', diagnostics })
  const pasted = pastedCharacters(text)
  return { kind: 'parse-error', diagnostics: pasted.length > 0 ? pasted : diagnostics }
}

const outsideTheGap = (text: string): Diagnostic => ({
  from: 0,
  to: text.length,
  severity: 'error',
  code: 'grading/outside-the-gap',
  message: 'what stands around the gap has changed',
  hint: 'reset the exercise to get it back',
})

async function gradeRunning(bench: Bench, text: string): Promise<Verdict> {
  const total = 1 + bench.hidden.length
  const visible = await tryOn(bench, text, bench.drawn.world)
  bench.onProgress?.({ done: 1, total })
  if (visible.answer.kind === 'refused') {
    const { message, range } = visible.answer
    return { kind: 'engine-error', message, ...(range === undefined ? {} : { range }) }
  }
  const hidden: Trial[] = []
  for (const world of bench.hidden) {
    hidden.push(await tryOn(bench, text, world))
    bench.onProgress?.({ done: 1 + hidden.length, total })
  }
  if ([visible, ...hidden].every((trial) => trial.difference === undefined)) return pass(bench, text, visible)
  const known = await recognise(bench, [visible, ...hidden])
  if (known !== undefined) return sayMisconception(bench, text, known, visible, hidden)
  return visible.difference === undefined ? failsHidden(bench, text, hidden) : wrong(bench, text, visible, visible.difference)
}

type Known = { readonly wrong: Wrong; readonly program: WrongProgram }

/** The misconception whose results these are, on every world. */
async function recognise({ drawn, laboratory, signal }: Bench, trials: readonly Trial[]): Promise<Known | undefined> {
  for (const wrong of drawn.wrongs) {
    for (const program of wrong.programs) {
      if (program.refused !== undefined) continue
      let isAlike = true
      for (const trial of trials) {
        signal?.throwIfAborted()
        isAlike = behavesAlike(
          await laboratory.run(textLanguage(drawn.language), program.text, trial.world, signal),
          trial.answer,
          drawn.compare,
        )
        if (!isAlike) break
      }
      if (isAlike) return { wrong, program }
    }
  }
  return undefined
}

async function sayMisconception(bench: Bench, text: string, known: Known, visible: Trial, hidden: readonly Trial[]): Promise<Verdict> {
  const isHere = visible.difference !== undefined
  const difference = isHere ? visible.difference : hidden.find((trial) => trial.difference !== undefined)?.difference
  const shown = difference === undefined ? undefined : await showDifference(difference, bench.laboratory, patternsOf(bench, text))
  return misconception({
    ...known,
    figures: figuresOf(difference, isHere),
    where: isHere ? 'here' : 'elsewhere',
    ...(shown === undefined ? {} : { difference: shown }),
  })
}

const patternsOf = (bench: Bench, text: string): { yours?: string; expected?: string } =>
  programsIn(bench.drawn.language).tellsReasons ? { yours: text, expected: solutionOf(bench) } : {}

async function wrong(bench: Bench, text: string, { answer, expected }: Trial, difference: Comparison): Promise<Verdict> {
  const { laboratory, drawn } = bench
  const messages = (await laboratory.lines(drawn.world)).map(({ message }) => message)
  const clue = clueOf({ language: textLanguage(drawn.language), text, answer, expected, difference, messages })
  const why = clue === undefined ? {} : { why: sentence(clue) }
  return {
    kind: 'wrong',
    ...explain(difference),
    ...why,
    difference: await showDifference(difference, bench.laboratory, patternsOf(bench, text)),
  }
}

const sentence = (clue: string): string => `${clue.replace(/^[a-z]/, (letter) => letter.toUpperCase())}${clue.endsWith('?') ? '' : '.'}`

async function failsHidden(bench: Bench, text: string, hidden: readonly Trial[]): Promise<Verdict> {
  const { lines, difference } = await counterExample(bench, text, hidden)
  const { first } = explain(difference)
  const seen = bench.hidden.length - hidden.filter((trial) => trial.difference !== undefined).length
  return {
    kind: 'passes-visible-fails-hidden',
    title: 'Close: right on the log you see, not on every log',
    right: [
      'On the lines in front of you, your answer gives exactly what was asked for.',
      ...(seen > 0 ? [`So it does on ${seen} of ${bench.hidden.length} other logs.`] : []),
    ],
    first:
      lines.length === 0
        ? `On another log: ${first}`
        : `${lines.length === 1 ? 'One line shows it.' : 'These are the fewest lines that show it.'} ${first}`,
    lines: lines.map(({ eventId, timestamp, message }) => ({ eventId, timestamp, message })),
    difference: await showDifference(difference, bench.laboratory, patternsOf(bench, text)),
  }
}

function pass({ marking, drawn, hidden }: Bench, text: string, visible: Trial): Verdict {
  const { solution, alternative } = drawn
  return {
    kind: 'pass',
    title: `Right, on this log and on ${hidden.length} you have not seen`,
    notes: notesOn(marking.kind, drawn, text, visible.answer, visible.expected),
    ...(solution === undefined ? {} : { solution: { text: solution.text, why: solution.why } }),
    ...(alternative === undefined ? {} : { alternative: { text: alternative.text, why: alternative.why } }),
    after: drawn.after,
  }
}
