import type { ExerciseKind, ExerciseSubject } from '#grading/exercise.ts'

export const sectionOrder = ['Data', 'Given', 'Start', 'Hints', 'Solution', 'Also right', 'Wrong', 'After'] as const
export type SectionTitle = (typeof sectionOrder)[number]

type Rule = 'needed' | 'allowed' | 'forbidden'

export type KindRules = {
  readonly kind: ExerciseKind
  /** Programs are run on hidden worlds too; readings are judged on the world shown; pieces need none. */
  readonly judged: 'program' | 'reading' | 'piece'
  /** Whether it plays in a world; a piece and a redaction bring all they need. */
  readonly hasWorld: boolean
  readonly sections: Readonly<Record<SectionTitle, Rule>>
  /** The fence of an answer: called as what the exercise is about, or lines of a log, or questions; `heading`: a wrong answer has none. */
  readonly fence: 'subject' | 'lines' | 'items' | 'heading' | 'claim'
  /** What an exercise of this kind may be about. */
  readonly subjects: readonly ExerciseSubject[]
  /** Keys of the front matter that only this kind has. */
  readonly keys: readonly OwnKey[]
  /** Keys that have no meaning in it, each with why. */
  readonly without: Readonly<Partial<Record<SharedKey, string>>>
}

export const ownKeys = ['differ', 'fixed', 'nights', 'rules', 'moments', 'metrics'] as const
export type OwnKey = (typeof ownKeys)[number]
type SharedKey = 'hidden' | 'compare' | 'par'

const program: Readonly<Record<SectionTitle, Rule>> = {
  Data: 'allowed',
  Given: 'forbidden',
  Start: 'allowed',
  Hints: 'allowed',
  Solution: 'needed',
  'Also right': 'allowed',
  Wrong: 'allowed',
  After: 'needed',
}

const text = {
  judged: 'program',
  hasWorld: true,
  sections: program,
  fence: 'subject',
  subjects: ['filter-pattern', 'insights'],
  keys: [],
  without: {},
} as const

const unread = { hidden: 'a reading is judged on the world shown', compare: 'no results are compared', par: 'nothing is run' }
const unrun = { par: 'a form has no length' }

const reading = { judged: 'reading', hasWorld: true, fence: 'subject', keys: [], without: unread } as const

/** Every kind that has a grader. */
export const kinds: Readonly<Record<ExerciseKind, KindRules>> = {
  write: { ...text, kind: 'write' },
  'write-for-chart': { ...text, kind: 'write-for-chart', subjects: ['insights'] },
  fix: { ...text, kind: 'fix', sections: { ...program, Start: 'needed' } },
  'fill-gap': { ...text, kind: 'fill-gap', sections: { ...program, Start: 'needed' } },
  fragments: { ...text, kind: 'fragments', sections: { ...program, Start: 'needed' } },
  alarm: {
    ...text,
    kind: 'alarm',
    sections: { ...program, Data: 'forbidden' },
    subjects: ['alarm'],
    keys: ['fixed', 'nights'],
    without: { ...unrun, hidden: 'hidden nights are the nights with other seeds, times and strengths' },
  },
  panel: {
    ...text,
    kind: 'panel',
    sections: { ...program, Data: 'forbidden' },
    subjects: ['panel'],
    keys: ['rules'],
    without: unrun,
  },
  'predict-lines': {
    ...reading,
    kind: 'predict-lines',
    subjects: text.subjects,
    sections: { ...program, Given: 'needed', Start: 'forbidden', Solution: 'forbidden', 'Also right': 'forbidden' },
  },
  'predict-table': {
    ...reading,
    kind: 'predict-table',
    subjects: ['insights'],
    sections: { ...program, Given: 'needed', Start: 'forbidden', Solution: 'forbidden', 'Also right': 'forbidden', Wrong: 'needed' },
    without: { hidden: unread.hidden, par: unread.par },
  },
  redact: {
    ...reading,
    kind: 'redact',
    subjects: ['lines'],
    sections: { ...program, Data: 'forbidden', Given: 'needed', Start: 'forbidden', Solution: 'forbidden', 'Also right': 'forbidden' },
    fence: 'heading',
    hasWorld: false,
  },
  investigate: {
    ...reading,
    kind: 'investigate',
    subjects: ['claim'],
    sections: { ...program, Start: 'forbidden', 'Also right': 'forbidden' },
    fence: 'claim',
  },
  'predict-state': {
    ...reading,
    kind: 'predict-state',
    subjects: ['alarm'],
    sections: { ...program, Data: 'forbidden', Given: 'needed', Start: 'forbidden', Solution: 'forbidden', 'Also right': 'forbidden' },
    keys: ['moments'],
  },
  choose: {
    ...reading,
    kind: 'choose',
    subjects: ['metrics'],
    sections: { ...program, Data: 'forbidden', Start: 'forbidden', 'Also right': 'forbidden' },
    fence: 'items',
    keys: ['metrics'],
  },
  sort: {
    ...reading,
    kind: 'sort',
    judged: 'piece',
    hasWorld: false,
    subjects: ['cards'],
    sections: { ...program, Data: 'forbidden', Start: 'forbidden', 'Also right': 'forbidden' },
    fence: 'items',
    without: { ...unread, hidden: 'it has no world' },
  },
  construct: {
    kind: 'construct',
    judged: 'piece',
    hasWorld: false,
    sections: { ...program, Data: 'forbidden', Given: 'needed' },
    fence: 'lines',
    subjects: text.subjects,
    keys: ['differ'],
    without: { ...unread, hidden: 'it has no world' },
  },
}

/** Kinds the format knows and nobody grades yet. */
export const kindsToCome = ['trace-delivery'] as const
