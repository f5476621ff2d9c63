import type { LabelledSeries } from '#clients/cloudwatch.ts'
import type { Panel } from '#lib/panel.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import type { Bench } from '../bench.ts'
import type { PanelMarking, Program } from '../marking.ts'
import { checkRules, type CheckedRule } from './rules.ts'
import { compareSeries, queriesOf, type SeriesComparison } from './series.ts'

/** One world: what the answer draws there, and what was to be drawn. */
export type PanelTrial = {
  readonly world: WorldSpec
  readonly asked: Panel['targets']
  readonly yours: readonly LabelledSeries[]
  readonly expected: readonly LabelledSeries[]
  readonly comparison: SeriesComparison
}

export type TriedPanel = { readonly trials: readonly PanelTrial[]; readonly rules: readonly CheckedRule[] }

export function panelMarking({ marking, drawn }: Bench): PanelMarking {
  if (drawn.panel === undefined) throw new Error(`cannot mark ${marking.id}: it has no panel`)
  return drawn.panel
}

/** The panel a fence says. */
export function panelOf({ line, panel }: Program): Panel {
  if (panel === undefined) throw new Error(`cannot draw the panel of line ${line}: it was not read as one`)
  return panel
}

export function wantedPanel({ marking, drawn }: Bench): Panel {
  if (drawn.solution === undefined) throw new Error(`cannot mark ${marking.id}: it has no solution`)
  return panelOf(drawn.solution)
}

/** Draws a panel on the world shown and on the hidden ones, and looks at its rules. */
export async function tryPanel(bench: Bench, panel: Panel): Promise<TriedPanel> {
  const { laboratory, drawn, hidden, signal } = bench
  const wanted = queriesOf(wantedPanel(bench))
  const worlds = [drawn.world, ...hidden]
  const trials: PanelTrial[] = []
  for (const world of worlds) {
    signal?.throwIfAborted()
    const yours = await laboratory.series(queriesOf(panel), world, signal)
    const expected = await laboratory.series(wanted, world, signal)
    trials.push({ world, asked: panel.targets, yours, expected, comparison: compareSeries(yours, expected, drawn.compare.tolerance) })
    bench.onProgress?.({ done: trials.length, total: worlds.length })
  }
  const labels = (trials[0]?.yours ?? []).map(({ label }) => label)
  const values = (trials[0]?.yours ?? []).flatMap(({ points }) => points.map(({ y }) => y))
  const highest = values.length === 0 ? undefined : Math.max(...values)
  return { trials, rules: checkRules({ rules: panelMarking(bench).rules, panel, labels, highest }) }
}

export const isRightPanel = ({ trials, rules }: TriedPanel): boolean =>
  trials.every((trial) => trial.comparison.isSame) && rules.every((rule) => rule.isMet)

/** Whether two panels draw the same lines everywhere and fail the same rules in the same way. */
export function areAlike(left: TriedPanel, right: TriedPanel, tolerance: number): boolean {
  const failing = ({ rules }: TriedPanel): string =>
    rules
      .filter((rule) => !rule.isMet)
      .map(({ rule, how }) => `${rule} ${how}`)
      .join()
  return (
    failing(left) === failing(right) &&
    left.trials.every((trial, at) => compareSeries(trial.yours, right.trials[at]?.yours ?? [], tolerance).isSame)
  )
}
