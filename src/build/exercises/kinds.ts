import type { ExerciseKind } from '#grading/exercise.ts'

export const sectionOrder = ['Data', 'Given', 'Start', 'Hints', 'Solution', 'Also right', 'Wrong', 'After'] as const
export type SectionTitle = (typeof sectionOrder)[number]

type Rule = 'needed' | 'allowed' | 'forbidden'

export type KindRules = {
  readonly kind: ExerciseKind
  /** Programs are run on hidden worlds too; readings are judged on the world shown; pieces need none. */
  readonly judged: 'program' | 'reading' | 'piece'
  readonly sections: Readonly<Record<SectionTitle, Rule>>
  /** The fence of an answer: the exercise's language, or lines of a log. */
  readonly fence: 'language' | 'lines'
}

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

/** Every kind that has a grader. */
export const kinds: Readonly<Record<ExerciseKind, KindRules>> = {
  write: { kind: 'write', judged: 'program', sections: program, fence: 'language' },
  fix: { kind: 'fix', judged: 'program', sections: { ...program, Start: 'needed' }, fence: 'language' },
  'fill-gap': { kind: 'fill-gap', judged: 'program', sections: { ...program, Start: 'needed' }, fence: 'language' },
  fragments: { kind: 'fragments', judged: 'program', sections: { ...program, Start: 'needed' }, fence: 'language' },
  'predict-lines': {
    kind: 'predict-lines',
    judged: 'reading',
    sections: { ...program, Given: 'needed', Start: 'forbidden', Solution: 'forbidden', 'Also right': 'forbidden' },
    fence: 'language',
  },
  construct: {
    kind: 'construct',
    judged: 'piece',
    sections: { ...program, Data: 'forbidden', Given: 'needed' },
    fence: 'lines',
  },
}

/** Kinds the format knows and nobody grades yet. */
export const kindsToCome = [
  'write-for-chart',
  'alarm',
  'panel',
  'predict-table',
  'predict-state',
  'redact',
  'investigate',
  'choose',
  'sort',
  'trace-delivery',
] as const
