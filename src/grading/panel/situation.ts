import type { Panel } from '#lib/panel.ts'
import type { Bench } from '../bench.ts'
import type { Situation } from '../feedback/situation.ts'
import { targetProblems } from '../kinds/panel.ts'
import { count } from '../results/explain.ts'
import { tryPanel } from './try-panel.ts'

/** How a panel stands on the world shown. */
export async function panelSituation(bench: Bench, panel: Panel): Promise<Situation | undefined> {
  if (panel.targets.length === 0) return undefined
  if (targetProblems(panel).length > 0) return { holds: (condition) => condition === 'is refused' }
  const { trials, rules } = await tryPanel({ ...bench, hidden: [] }, panel)
  const [shown] = trials
  if (shown === undefined) return undefined
  const wanted = shown.expected.length
  const right = wanted - shown.comparison.missing.length
  const unmet = rules.filter((rule) => !rule.isMet).length
  const says = `Your panel draws ${right} of ${count(wanted, 'line')} asked for${rules.length === 0 ? '' : ` and keeps ${rules.length - unmet} of ${count(rules.length, 'rule')}`}.`
  return {
    holds: (condition) => (condition === 'other series' ? !shown.comparison.isSame : condition === 'other rules' && unmet > 0),
    says,
  }
}
