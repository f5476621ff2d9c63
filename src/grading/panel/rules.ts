import type { Panel } from '#lib/panel.ts'
import type { PanelRules } from '../marking.ts'
import type { RuleReport } from '../verdict.ts'

type Look = { readonly rules: PanelRules; readonly panel: Panel; readonly labels: readonly string[] }
type Checked = { readonly isMet: boolean; readonly says: string }

/** Every rule of an exercise, with a sentence for each that says what is there, not what should be. */
export function checkRules(look: Look): readonly RuleReport[] {
  return order.flatMap((rule) => {
    if (look.rules[rule] === undefined) return []
    return [{ rule, ...checks[rule](look) }]
  })
}

const order = ['unit', 'axis.min', 'axis.max', 'legend', 'thresholds', 'title'] as const

const checks: Readonly<Record<(typeof order)[number], (look: Look) => Checked>> = {
  unit({ rules, panel }) {
    const unit = panel.unit === undefined || panel.unit === '' ? 'none' : panel.unit
    if ((rules.unit ?? []).includes(unit)) return { isMet: true, says: `The unit "${unit}" says what the numbers are.` }
    return {
      isMet: false,
      says:
        unit === 'none'
          ? 'The panel has no unit: nobody can tell what the numbers are.'
          : `The unit is "${unit}", so a reader takes each number for that; it is not what CloudWatch measures this metric in.`,
    }
  },
  'axis.min': ({ rules, panel }) => limit('begins', panel.axis?.min, rules['axis.min']),
  'axis.max': ({ rules, panel }) => limit('ends', panel.axis?.max, rules['axis.max']),
  legend({ labels, panel }) {
    const twice = labels.find((label, at) => labels.indexOf(label) < at)
    if (panel.legend?.show === false) return { isMet: false, says: 'The legend is hidden, so no line can be told by its name.' }
    if (twice === undefined) return { isMet: true, says: 'Every line has a name of its own.' }
    return { isMet: false, says: `Two lines are called "${twice}": the legend cannot tell them apart.` }
  },
  thresholds({ rules, panel }) {
    const drawn = (panel.thresholds ?? []).map(({ value }) => value)
    const wanted = rules.thresholds ?? []
    if (drawn.length === 0 && wanted.length > 0)
      return { isMet: false, says: 'No threshold is drawn: a reader cannot see when it is too much.' }
    if (isSameSet(drawn, wanted)) return { isMet: true, says: `A threshold stands at ${drawn.join(' and ')}.` }
    return { isMet: false, says: `A threshold stands at ${drawn.join(' and ')}; the task names another limit.` }
  },
  title: ({ panel }) =>
    (panel.title ?? '').trim() === ''
      ? { isMet: false, says: 'The panel has no title: on a wall of panels nobody knows what it shows.' }
      : { isMet: true, says: 'The panel has a title.' },
}

function limit(verb: string, drawn: number | undefined, wanted: number | undefined): Checked {
  if (drawn === wanted) return { isMet: true, says: `The axis ${verb} at ${drawn}.` }
  if (drawn === undefined)
    return { isMet: false, says: `The axis ${verb} where the data happen to: a small change fills the panel and looks like a large one.` }
  return { isMet: false, says: `The axis ${verb} at ${drawn}, so heights cannot be compared.` }
}

const isSameSet = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((value) => right.includes(value))
