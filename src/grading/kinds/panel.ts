import { AwsError } from '#clients/cloudwatch.ts'
import { parseStatistic } from '#lib/metric/statistic.ts'
import type { Panel } from '#lib/panel.ts'
import type { Bench } from '../bench.ts'
import { misconception } from '../feedback/misconception.ts'
import type { Wrong, WrongProgram } from '../marking.ts'
import { areAlike, isRightPanel, panelOf, tryPanel, type TriedPanel } from '../panel/try-panel.ts'
import { panelDifference, panelFigures, panelFirst, panelRight, panelTitle } from '../panel/words.ts'
import type { FieldProblem, PanelDifference, Verdict } from '../verdict.ts'

/** Marks a panel by the lines it draws, here and in hours nobody has seen, and by its rules. */
export async function gradePanel(bench: Bench, panel: Panel): Promise<Verdict> {
  if (panel.targets.length === 0)
    return { kind: 'empty', message: 'The panel draws nothing yet. Add a query and look at its line; wrong answers cost nothing here.' }
  const problems = targetProblems(panel)
  if (problems.length > 0) return { kind: 'form-error', problems }
  try {
    return await gradeDrawn(bench, panel)
  } catch (failure) {
    if (failure instanceof AwsError) return { kind: 'engine-error', message: failure.message }
    throw failure
  }
}

/** What cannot be asked of CloudWatch, at its field. */
export function targetProblems({ targets }: Panel): readonly FieldProblem[] {
  return targets.flatMap(({ namespace, metricName, statistic, period }, at) => [
    ...(namespace === '' ? [{ member: `targets.${at}.namespace`, says: 'pick a namespace' }] : []),
    ...(metricName === '' ? [{ member: `targets.${at}.metricName`, says: 'pick a metric' }] : []),
    ...(parseStatistic(statistic) === undefined
      ? [{ member: `targets.${at}.statistic`, says: `"${statistic}" is no statistic; known are Average, Sum, Maximum, p95 and the like` }]
      : []),
    ...(isPeriod(period) ? [] : [{ member: `targets.${at}.period`, says: 'a period is 1, 5, 10, 20 or 30 seconds or whole minutes' }]),
  ])
}

const isPeriod = (period: number): boolean => [1, 5, 10, 20, 30].includes(period) || (period >= 60 && period % 60 === 0)

async function gradeDrawn(bench: Bench, panel: Panel): Promise<Verdict> {
  const tried = await tryPanel(bench, panel)
  const difference = panelDifference(tried, bench.drawn.compare.tolerance)
  if (isRightPanel(tried)) return pass(bench, difference)
  const [visible] = tried.trials
  const isHere = visible?.comparison.isSame === false || tried.rules.some((rule) => !rule.isMet)
  const known = await recognise(bench, tried)
  if (known !== undefined)
    return misconception({ ...known, figures: panelFigures(bench, tried), where: isHere ? 'here' : 'elsewhere', difference })
  return isHere ? wrong(difference) : failsHidden(bench, tried)
}

async function recognise(bench: Bench, tried: TriedPanel): Promise<{ readonly wrong: Wrong; readonly program: WrongProgram } | undefined> {
  for (const known of bench.drawn.wrongs) {
    for (const program of known.programs) {
      const theirs = await tryPanel({ ...bench, onProgress: undefined }, panelOf(program))
      if (areAlike(tried, theirs, bench.drawn.compare.tolerance)) return { wrong: known, program }
    }
  }
  return undefined
}

const wrong = (difference: PanelDifference): Verdict => ({
  kind: 'wrong',
  title: panelTitle(difference),
  right: panelRight(difference),
  first: panelFirst(difference),
  difference,
})

/** The same lines here and others elsewhere: a constant or a chance. */
function failsHidden(bench: Bench, tried: TriedPanel): Verdict {
  const off = tried.trials.filter((trial) => !trial.comparison.isSame)
  const difference = panelDifference({ ...tried, trials: off.slice(0, 1) }, bench.drawn.compare.tolerance)
  return {
    kind: 'passes-visible-fails-hidden',
    title: 'Close: right on the data you see, not on all data',
    right: ['On the data in front of you every line is the one asked for.'],
    first: `On other data: ${panelFirst(difference)}`,
    lines: [],
    difference,
  }
}

function pass(bench: Bench, difference: PanelDifference): Verdict {
  const { solution, alternative, after } = bench.drawn
  return {
    kind: 'pass',
    title: `Right, on these data and on ${bench.hidden.length} sets you have not seen`,
    notes: [],
    ...(solution === undefined ? {} : { solution: { text: solution.text, why: solution.why } }),
    ...(alternative === undefined ? {} : { alternative: { text: alternative.text, why: alternative.why } }),
    after,
    difference,
  }
}
