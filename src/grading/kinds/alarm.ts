import { WatchkeeperError } from '#clients/watchkeeper.ts'
import { checkAlarm } from '#languages/alarm/index.ts'
import { datapointsToAlarm, type MetricAlarm } from '#lib/alarm/alarm.ts'
import { solutionOf, type Bench } from '../bench.ts'
import { misconception } from '../feedback/misconception.ts'
import type { Program, Wrong, WrongProgram } from '../marking.ts'
import { lengthText } from '../nights/hidden-nights.ts'
import { outcomeOf, scoreNights } from '../nights/score.ts'
import { alarmMarking, completeAlarm, isRight, tryNights, type Tried } from '../nights/try-nights.ts'
import { isOff, nightFigures, rightSentences, scoreSentence, titleOf } from '../nights/words.ts'
import { whyOf, type Why } from '../nights/why.ts'
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
  const why = await whyOf(bench, alarm, tried)
  const known = await recognise(bench, alarm, tried, why)
  if (known === undefined) return sayWrong(bench, tried, difference, isHere, why)
  const figures = nightFigures(tried.reports, difference.yours, difference.expected, isHere)
  const said = misconception({ ...known, figures, where: isHere ? 'here' : 'elsewhere', difference })
  return { ...said, title: difference.yours.caught === 0 ? titleOf(difference.yours, lateOf(tried.reports)) : said.title }
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

/** The misconception of the same outcome, night for night, for the same kind of reason; of several the one that treats silence alike. */
async function recognise(bench: Bench, given: MetricAlarm, tried: Tried, why: Why | undefined): Promise<Known | undefined> {
  const outcome = outcomeOf(tried.reports)
  const found: Known[] = []
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      const alarm = completeAlarm(alarmOf(program), alarmMarking(bench))
      if (!areOfOneShape(alarm, given)) continue
      const theirs = await tryNights({ ...bench, onProgress: undefined }, alarm)
      if (outcomeOf(theirs.reports) !== outcome) continue
      const theirWhy = await whyOf(bench, alarm, theirs)
      if (theirWhy?.kind === why?.kind) found.push({ wrong, program })
    }
  }
  const [only, ...more] = found
  return more.length === 0 ? only : found.find(({ program }) => treatmentOf(alarmOf(program)) === treatmentOf(given))
}

/** What an author's words take for granted: the metric, the side, the period, and whether one datapoint or all of several are asked for. */
function areOfOneShape(left: MetricAlarm, right: MetricAlarm): boolean {
  const shape = (alarm: MetricAlarm): string =>
    JSON.stringify([
      alarm.MetricName,
      alarm.ComparisonOperator.startsWith('Less'),
      alarm.Period,
      alarm.EvaluationPeriods === 1,
      datapointsToAlarm(alarm) === alarm.EvaluationPeriods,
    ])
  return shape(left) === shape(right)
}

export const treatmentOf = ({ TreatMissingData = 'missing' }: MetricAlarm): string => TreatMissingData

function sayWrong(bench: Bench, tried: Tried, difference: NightsDifference, isHere: boolean, why: Why | undefined): Verdict {
  const asked = alarmMarking(bench)
  const shown = tried.reports.slice(0, asked.nights.length)
  const { yours, expected, nights } = difference
  const first = scoreSentence(nights.length, yours, expected)
  const rest = { right: rightSentences(shown, asked.delay), first, ...(why === undefined ? {} : { why: why.says }), difference }
  if (isHere) return { kind: 'wrong', title: titleOf(yours, lateOf(nights)), ...rest }
  const off = nights.filter(isOff).length
  return {
    kind: 'passes-visible-fails-hidden',
    title: `Close: right on the nights you see, not on ${count(off, 'other')}`,
    ...rest,
    lines: [],
  }
}

const lateOf = (nights: readonly NightReport[]): number =>
  nights.flatMap((night) => night.incidents).filter((incident) => incident.outcome === 'late').length

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
