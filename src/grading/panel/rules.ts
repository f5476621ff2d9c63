import type { Panel } from '#lib/panel.ts'
import type { PanelRules } from '../marking.ts'
import { plain } from '../nights/why.ts'
import type { RuleReport } from '../verdict.ts'

type Look = {
  readonly rules: PanelRules
  readonly panel: Panel
  readonly labels: readonly string[]
  /** The highest value drawn, where there is one. */
  readonly highest?: number | undefined
}
/** `how` is one word for what is wrong: two panels that break a rule in one way have it in common. */
type Checked = { readonly isMet: true; readonly says: string } | { readonly isMet: false; readonly how: string; readonly says: string }
export type CheckedRule = RuleReport & { readonly how?: string }

/** Every rule of an exercise, with a sentence for each that says what is there, not what should be. */
export function checkRules(look: Look): readonly CheckedRule[] {
  const asked = order.flatMap((rule) => (look.rules[rule] === undefined ? [] : [{ rule, ...checks[rule](look) }]))
  return [...asked, ...cutOff(look)]
}

/** Lines that end at the top of the axis are no lines to read, whether or not an exercise speaks of it. */
function cutOff({ rules, panel, highest }: Look): readonly CheckedRule[] {
  const top = panel.axis?.max
  if (top === undefined || highest === undefined || highest <= top || rules['axis.max'] !== undefined) return []
  const says = `The axis ends at ${top}, and the lines go up to ${plain(highest)}: what lies above is not drawn.`
  return [{ rule: 'axis.max', isMet: false, how: 'cut off', says }]
}

const order = ['unit', 'axis.min', 'axis.max', 'legend', 'thresholds', 'title'] as const

const checks: Readonly<Record<(typeof order)[number], (look: Look) => Checked>> = {
  unit({ rules, panel }) {
    const unit = panel.unit === undefined || panel.unit === '' ? 'none' : panel.unit
    if ((rules.unit ?? []).includes(unit))
      return { isMet: true, says: unit === 'none' ? 'A count needs no unit.' : `The unit "${unit}" says what the numbers are.` }
    return {
      isMet: false,
      how: unit,
      says:
        unit === 'none'
          ? 'The panel has no unit: nobody can tell what the numbers are.'
          : `The unit is "${unit}", so a reader takes each number for that; it is not what CloudWatch measures this metric in.`,
    }
  },
  'axis.min': ({ rules, panel }) => limit('begins', panel.axis?.min, rules['axis.min']),
  'axis.max': ({ rules, panel }) => limit('ends', panel.axis?.max, rules['axis.max']),
  legend({ labels: written, panel }) {
    const labels = written.map((label) => label.trim())
    const twice = labels.find((label, at) => labels.indexOf(label) < at)
    if (panel.legend?.show === false)
      return { isMet: false, how: 'hidden', says: 'The legend is hidden, so no line can be told by its name.' }
    if (twice === undefined) return { isMet: true, says: 'Every line has a name of its own.' }
    return { isMet: false, how: 'one name', says: `Two lines are called "${twice}": the legend cannot tell them apart.` }
  },
  thresholds({ rules, panel }) {
    const drawn = (panel.thresholds ?? []).map(({ value }) => value)
    const wanted = rules.thresholds ?? []
    if (drawn.length === 0 && wanted.length > 0)
      return { isMet: false, how: 'none', says: 'No threshold is drawn: a reader cannot see when it is too much.' }
    if (isSameSet(drawn, wanted)) return { isMet: true, says: `A threshold stands at ${wanted.join(' and ')}.` }

    const extra = drawn.filter((value) => !wanted.includes(value))
    const says =
      extra.length < drawn.length && extra.length > 0
        ? `A threshold stands at ${extra.join(' and ')} as well, which the task does not name.`
        : `A threshold stands at ${drawn.join(' and ')}; the task names another limit.`
    return { isMet: false, how: 'another', says }
  },
  title: ({ panel }) =>
    (panel.title ?? '').trim() === ''
      ? { isMet: false, how: 'none', says: 'The panel has no title: on a wall of panels nobody knows what it shows.' }
      : { isMet: true, says: 'The panel has a title.' },
}

function limit(verb: string, drawn: number | undefined, wanted: number | undefined): Checked {
  if (drawn === wanted) return { isMet: true, says: `The axis ${verb} at ${drawn}.` }
  if (drawn === undefined)
    return {
      isMet: false,
      how: 'by itself',
      says: `The axis ${verb} where the data happen to: a small change fills the panel and looks like a large one.`,
    }
  return {
    isMet: false,
    how: drawn > (wanted ?? 0) ? 'above' : 'below',
    says: `The axis ${verb} at ${drawn}, so heights cannot be compared.`,
  }
}

const isSameSet = (left: readonly number[], right: readonly number[]): boolean =>
  left.every((value) => right.includes(value)) && right.every((value) => left.includes(value))
