import { lazy, type ComponentType } from 'react'
import type { ExerciseLanguage } from '#grading/exercise.ts'
import type { PaneProps } from '#ui/pane/pane-props.ts'

/** The slim pane a text of each language is run in; each comes with the first page that shows it. */
export const panes: Readonly<Record<ExerciseLanguage, ComponentType<PaneProps>>> = {
  'filter-pattern': lazy(async () => ({ default: (await import('#consoles/logs/LogsPane.tsx')).LogsPane })),
  insights: lazy(async () => ({ default: (await import('#consoles/insights/InsightsPane.tsx')).InsightsPane })),
}
