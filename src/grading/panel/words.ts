import type { Bench } from '../bench.ts'
import { clockText } from '../nights/hidden-nights.ts'
import { listed } from '../nights/words.ts'
import { plain } from '../nights/why.ts'
import type { Figures } from '../results/fill.ts'
import type { PanelDifference, SeriesReport } from '../verdict.ts'
import { differencesOf, type PointDifference } from './series.ts'
import type { PanelTrial, TriedPanel } from './try-panel.ts'

/** The lines of the world shown, then the rules. */
export function panelDifference({ trials, rules }: TriedPanel, tolerance: number): PanelDifference {
  const [shown] = trials
  const told = rules.map(({ rule, isMet, says }) => ({ rule, isMet, says }))
  return { kind: 'panel', series: shown === undefined ? [] : seriesReports(shown, tolerance), rules: told }
}

function seriesReports(trial: PanelTrial, tolerance: number): readonly SeriesReport[] {
  const { yours, expected, comparison } = trial
  return [
    ...yours.map(({ label, points }, at): SeriesReport => {
      if (comparison.pairs[at] !== undefined) return { state: 'right', label, says: 'This line is asked for.' }
      if (points.length === 0) return { state: 'extra', label, says: nothingWords(trial.asked[at]?.period ?? 60) }
      return { state: 'extra', label, says: sayDifference(nearest(trial, at, tolerance)) }
    }),
    ...comparison.missing
      .slice(Math.min(comparison.missing.length, yours.length - comparison.pairs.filter((pair) => pair !== undefined).length))
      .map((at): SeriesReport => ({ state: 'missing', says: missingWords(expected[at]?.points ?? []) })),
  ]
}

const nothingWords = (period: number): string =>
  period < 60
    ? `This line has no datapoint: its period is ${period} s, and the metrics of AWS services come minute by minute.`
    : 'This line has no datapoint: no metric of this name and these dimensions is there.'

/** What is wanted of a line is told by its values, never by how to ask for it. */
function missingWords(points: readonly { readonly x: number; readonly y: number }[]): string {
  const values = points.map(({ y }) => y)
  if (values.length === 0) return 'One more line is asked for.'
  return `One more line is asked for, between ${plain(Math.min(...values))} and ${plain(Math.max(...values))} in this world.`
}

/** Where a line is furthest from the wanted line it is most like. */
function nearest({ yours, expected, comparison }: PanelTrial, at: number, tolerance: number): PointDifference | undefined {
  const points = yours[at]?.points ?? []
  const candidates = comparison.missing.map((nth) => differencesOf(points, expected[nth]?.points ?? [], tolerance))
  const [most] = candidates.toSorted((left, right) => left.length - right.length)
  const [furthest] = (most ?? []).toSorted((left, right) => distance(right) - distance(left))
  return furthest
}

const distance = ({ yours, expected }: PointDifference): number =>
  yours === undefined || expected === undefined ? 0 : Math.abs(yours - expected)

function sayDifference(first: PointDifference | undefined): string {
  if (first === undefined) return 'This line is not asked for.'
  const at = `At ${clockText(first.at)} UTC`
  if (first.yours === undefined) return `${at} the line asked for has a datapoint, and this one has none.`
  if (first.expected === undefined) return `${at} this line has a datapoint, and the one asked for has none.`
  return `${at} this line stands at ${plain(first.yours)}, the one asked for at ${plain(first.expected)}.`
}

export function panelTitle({ series, rules }: PanelDifference): string {
  const off = series.filter(({ state }) => state !== 'right').length
  const unmet = rules.filter((rule) => !rule.isMet).length
  if (off === 0)
    return unmet === 1
      ? 'Close: the lines are right, one thing about the panel is not'
      : `Close: the lines are right, ${unmet} things about the panel are not`
  if (off === series.length) return series.length === 1 ? 'Not yet: another line is asked for' : 'Not yet: other lines are asked for'
  const verb = series.every(({ state }) => state !== 'extra') ? 'missing' : 'different'
  return off === 1 ? `Close: one line is ${verb}` : `Close: ${off} lines are ${verb}`
}

const allRight = (lines: number): string =>
  lines === 1 ? 'The line is the one asked for.' : `${lines === 2 ? 'Both' : `All ${lines}`} lines are those asked for.`

export function panelRight({ series, rules }: PanelDifference): readonly string[] {
  const right = series.filter(({ state }) => state === 'right')
  const lines =
    right.length === 0
      ? []
      : right.length === series.length
        ? [allRight(right.length)]
        : [`${listed(right.map(({ label }) => `"${label}"`))} ${right.length === 1 ? 'is' : 'are'} asked for indeed.`]
  return [...lines, ...rules.filter((rule) => rule.isMet).map(({ says }) => says)]
}

/** The first thing that is not right. */
export function panelFirst({ series, rules }: PanelDifference): string {
  const line = series.find(({ state }) => state !== 'right')
  if (line !== undefined) return line.label === undefined ? line.says : `"${line.label}": ${line.says}`
  return rules.find((rule) => !rule.isMet)?.says ?? ''
}

/** Figures of an author's words: the first value that differs, on the first world where one does. */
export function panelFigures({ drawn }: Bench, { trials, rules }: TriedPanel): Figures {
  const trial = trials.find(({ comparison }) => !comparison.isSame) ?? trials[0]
  const at = trial?.comparison.pairs.findIndex((pair) => pair === undefined) ?? -1
  const first = trial === undefined || at < 0 ? undefined : nearest(trial, at, drawn.compare.tolerance)
  const value = (number: number | undefined): string => (number === undefined ? 'no datapoint' : plain(number))
  return {
    where: trial === trials[0] ? 'Here' : 'On other data',
    texts: {
      'first.key': first === undefined ? '' : `${clockText(first.at)} UTC`,
      'first.yours': value(first?.yours),
      'first.expected': value(first?.expected),
      'rows.yours': String(trial?.yours.length ?? 0),
      'rows.expected': String(trial?.expected.length ?? rules.length),
    },
    blocks: {},
  }
}
