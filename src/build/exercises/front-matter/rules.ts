import type { PanelRules } from '#grading/marking.ts'
import { MapReader, type LocatedMap } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'
import { defined } from '../fences/alarm.ts'

const known = ['unit', 'axis.min', 'axis.max', 'legend', 'thresholds', 'title'] as const

/** `rules:` of a panel. */
export function readRules(map: LocatedMap | undefined, problems: Problem[]): PanelRules {
  if (map === undefined) return {}
  const reader = new MapReader(map, 'rules', known, problems)
  return defined({
    unit: readUnits(reader),
    'axis.min': reader.number('axis.min'),
    'axis.max': reader.number('axis.max'),
    legend: reader.oneOf('legend', ['distinct'] as const),
    thresholds: readThresholds(reader, problems),
    title: reader.oneOf('title', ['given'] as const),
  })
}

/** One unit, or a list of units that say the same. */
function readUnits(reader: MapReader): readonly string[] | undefined {
  if (!reader.has('unit')) return undefined
  const isList = reader.isList('unit')
  const unit = isList ? undefined : reader.word('unit')
  return isList ? reader.texts('unit') : unit === undefined ? undefined : [unit]
}

function readThresholds(reader: MapReader, problems: Problem[]): readonly number[] | undefined {
  return reader.list('thresholds')?.flatMap((item) => {
    if (item.kind === 'scalar' && typeof item.value === 'number') return [item.value]
    problems.push({ line: item.line, message: 'expected numbers for "thresholds", such as [1000]' })
    return []
  })
}

/** What a rule looks at, in words that do not say what is right. */
export function asksOf(rules: PanelRules): readonly string[] {
  const asks: Readonly<Record<keyof PanelRules, string>> = {
    unit: 'the unit says what the numbers are',
    'axis.min': 'the axis begins where heights can be compared',
    'axis.max': 'the axis ends where the task says',
    legend: 'every line has a name of its own',
    thresholds: 'a line stands at each limit the task names',
    title: 'the panel says what it shows',
  }
  return known.filter((rule) => rules[rule] !== undefined).map((rule) => asks[rule])
}
