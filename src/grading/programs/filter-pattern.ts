import { filterPattern as language } from '#languages/filter-pattern/index.ts'
import { linesAt } from '../worlds/lines-at.ts'
import type { ProgramLanguage } from './program-language.ts'

export const filterPattern: ProgramLanguage = {
  language,
  noun: 'pattern',
  tellsReasons: true,
  async run(place, text) {
    const all = await linesAt(place, '')
    return { kind: 'events', events: await linesAt(place, text), total: all.length }
  },
  async keptLines(laboratory, text, world, lines) {
    const outcome = await laboratory.run('filter-pattern', text, world)
    return outcome.kind === 'events' ? outcome : { kind: 'events', events: [], total: lines.length }
  },
  readLines: (laboratory, text, _world, messages) => laboratory.explain(text, messages),
  columns: () => undefined,
  groups: () => undefined,
  neverHolds: ['other columns', 'does not group', 'same rows, other order'],
  withoutParts: withoutTerm,
}

/** Bare terms: each left out. */
function withoutTerm(text: string): readonly string[] {
  if (/^\s*[{[]/.test(text)) return []
  const terms = text.match(/[?-]?"[^"]*"|\S+/g) ?? []
  return terms.length < 2 ? [] : terms.map((_, at) => terms.toSpliced(at, 1).join(' '))
}
