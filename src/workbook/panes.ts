import type { ComponentType } from 'react'
import { InsightsPane } from '#consoles/insights/InsightsPane.tsx'
import { LogsPane } from '#consoles/logs/LogsPane.tsx'
import type { ExerciseLanguage } from '#grading/exercise.ts'
import type { PaneProps } from '#ui/pane/pane-props.ts'

/** The slim pane a text of each language is run in. */
export const panes: Readonly<Record<ExerciseLanguage, ComponentType<PaneProps>>> = {
  'filter-pattern': LogsPane,
  insights: InsightsPane,
}
