import { WatchkeeperError } from '#clients/watchkeeper.ts'
import { checkAlarm } from '#languages/alarm/index.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { solutionOf, type Bench } from '../bench.ts'
import { misconception } from '../feedback/misconception.ts'
import type { Program, Wrong, WrongProgram } from '../marking.ts'
import { lengthText } from '../nights/hidden-nights.ts'
import { outcomeOf, scoreNights } from '../nights/score.ts'
import { alarmMarking, completeAlarm, isRight, tryNights, type Tried } from '../nights/try-nights.ts'
import { isOff, nightFigures, rightSentences, scoreSentence, titleOf } from '../nights/words.ts'
import { whyOf } from '../nights/why.ts'
import { count } from '../results/explain.ts'
import type { FieldProblem, NightReport, NightsDifference, Note, Verdict } from '../verdict.ts'

/** Marks an alarm by what it would have done: on the nights shown, and on nights nobody has seen. */
export async function gradeAlarm(bench: Bench, given: MetricAlarm): Promise<Verdict> {
  const alarm = completeAlarm(given, alarmMarking(bench))
  const problems = problemsOf(alarm)
  if (problems.length > 0) return { kind: 'form-error', problems }
  try {
    return await gradeRunning(bench, alarm)
  } catch (failure) {
    if (failure instanceof WatchkeeperError && failure.problems.length > 0)
      return { kind: 'form-error', problems: failure.problems.map(({ member, says }) => ({ member, says })) }
    throw failure
  }
}

/** What the product refuses, a sentence for each field. */
export const problemsOf = (alarm: MetricAlarm): readonly FieldProblem[] => checkAlarm(alarm).map(({ member, says }) => ({ member, says }))

/** The alarm a fence says. */
export function alarmOf({ line, alarm }: Program): MetricAlarm {
  if (alarm === undefined) throw new Error(`cannot run the alarm of line ${line}: it was not read as one`)
  return alarm
}

async function gradeRunning(bench: Bench, alarm: MetricAlarm): Promise<Verdict> {
  const asked = alarmMarking(bench)
  const tried = await tryNights(bench, alarm)
  const ours = await tryNights({ ...bench, onProgress: undefined }, alarmOf(solutionProgram(bench)))
  const difference = differenceOf(bench, tried.reports, ours.reports)
  if (isRight(asked, tried.reports)) return pass(bench, tried.reports, difference)
  const shown = tried.reports.slice(0, asked.nights.length)
  const isHere = !isRight(asked, shown)
  const known = await recognise(bench, alarm, tried.reports)
  if (known !== undefined) {
    const figures = nightFigures(tried.reports, difference.yours, difference.expected, isHere)
    return misconception({ ...known, figures, where: isHere ? 'here' : 'elsewhere', difference })
  }
  return sayWrong(bench, alarm, tried, difference, isHere)
}

function solutionProgram(bench: Bench): Program {
  solutionOf(bench)
  return bench.drawn.solution ?? { text: '', line: 1 }
}

const differenceOf = (bench: Bench, yours: readonly NightReport[], ours: readonly NightReport[]): NightsDifference => ({
  kind: 'nights',
  delay: alarmMarking(bench).delay,
  nights: yours,
  yours: scoreNights(yours),
  expected: scoreNights(ours),
})

type Known = { readonly wrong: Wrong; readonly program: WrongProgram }

/** The misconception of the same outcome, night for night, that looks at the same metric; of several the one that treats silence alike. */
async function recognise(bench: Bench, given: MetricAlarm, reports: readonly NightReport[]): Promise<Known | undefined> {
  const outcome = outcomeOf(reports)
  const found: Known[] = []
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      const alarm = completeAlarm(alarmOf(program), alarmMarking(bench))
      if (alarm.MetricName !== given.MetricName) continue
      const theirs = await tryNights({ ...bench, onProgress: undefined }, alarm)
      if (outcomeOf(theirs.reports) === outcome) found.push({ wrong, program })
    }
  }
  const [only, ...more] = found
  return more.length === 0 ? only : found.find(({ program }) => treatmentOf(alarmOf(program)) === treatmentOf(given))
}

export const treatmentOf = ({ TreatMissingData = 'missing' }: MetricAlarm): string => TreatMissingData

async function sayWrong(bench: Bench, alarm: MetricAlarm, tried: Tried, difference: NightsDifference, isHere: boolean): Promise<Verdict> {
  const asked = alarmMarking(bench)
  const shown = tried.reports.slice(0, asked.nights.length)
  const { yours, expected, nights } = difference
  const why = await whyOf(bench, alarm, tried.nights, tried.reports)
  const first = scoreSentence(nights.length, yours, expected)
  const rest = { right: rightSentences(shown, asked.delay), first, ...(why === undefined ? {} : { why }), difference }
  const late = nights.flatMap((night) => night.incidents).filter((incident) => incident.outcome === 'late').length
  if (isHere) return { kind: 'wrong', title: titleOf(yours, late), ...rest }
  const off = nights.filter(isOff).length
  return {
    kind: 'passes-visible-fails-hidden',
    title: `Close: right on the nights you see, not on ${count(off, 'other')}`,
    ...rest,
    lines: [],
  }
}

function pass({ drawn, hidden }: Bench, reports: readonly NightReport[], difference: NightsDifference): Verdict {
  const { solution, alternative } = drawn
  const unseen = reports.filter((night) => night.isHidden).length
  return {
    kind: 'pass',
    title: hidden.length === 0 ? 'Right, on every night' : `Right, on these nights and on ${unseen} you have not seen`,
    notes: notesOn(reports, difference),
    ...(solution === undefined ? {} : { solution: { text: solution.text, why: solution.why } }),
    ...(alternative === undefined ? {} : { alternative: { text: alternative.text, why: alternative.why } }),
    after: drawn.after,
    difference,
  }
}

function notesOn(reports: readonly NightReport[], { yours, expected }: NightsDifference): readonly Note[] {
  const again = reports.flatMap((night) => night.pages).filter(({ counts }) => counts === 'again').length
  const [mine, theirs] = [yours.medianDelay, expected.medianDelay]
  return [
    ...(mine === undefined || theirs === undefined
      ? []
      : [note(`It pages ${lengthText(mine)} after the onset in the median; ours after ${lengthText(theirs)}.`)]),
    ...(again === 0
      ? []
      : [
          note(
            `${count(again, 'time')} it paged once more within one incident: it had gone back to OK in between. No harm, but a phone rings twice.`,
          ),
        ]),
  ]
}

const note = (message: string): Note => ({ kind: 'pages', message })
