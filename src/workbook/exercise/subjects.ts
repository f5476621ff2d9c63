import type { ExerciseSubject } from '#grading/exercise.ts'

/** How the page speaks of what an exercise is about. */
export type SubjectWords = {
  /** What is being made while the page waits. */
  readonly making: string
  readonly unopened: string
  /** The title of a verdict on what cannot be run. */
  readonly cannotRun: string
  /** Draws the exercise again on another world. */
  readonly again: string
  /** Stands beside the hints, where the pane can show its work step by step. */
  readonly steps?: string
}

const logs: SubjectWords = {
  making: 'Making the logs',
  unopened: 'The logs of this exercise did not open',
  cannotRun: 'This cannot run on these logs',
  again: 'Try it on other logs',
}

const metrics: SubjectWords = {
  making: 'Making the metrics',
  unopened: 'The metrics of this exercise did not open',
  cannotRun: 'This cannot run on these metrics',
  again: 'Try it on other metrics',
}

/** One entry for each subject: nothing on the page asks for a subject by its name. */
export const subjects: Readonly<Record<ExerciseSubject, SubjectWords>> = {
  'filter-pattern': logs,
  insights: { ...logs, steps: 'Step through my query' },
  alarm: {
    making: 'Making the nights',
    unopened: 'The nights of this exercise did not open',
    cannotRun: 'This cannot run on these nights',
    again: 'Try it on other nights',
  },
  panel: metrics,
  metrics,
  claim: logs,
  cards: { ...logs, making: 'Laying out the cards', again: 'Try it with other cards' },
  lines: { ...logs, again: 'Try it on other lines' },
}
