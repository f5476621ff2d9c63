import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadExercise, units } from 'virtual:exercises'
import { invariant } from '#lib/invariant.ts'
import { watchPreferences } from '#ui/preferences.ts'
import '#ui/theme/base.css'
import type { Cloud } from '#workbook/cloud.ts'
import { openProgress } from '#workbook/progress/open-progress.ts'
import { Workbook } from '#workbook/Workbook.tsx'

const root = document.getElementById('root')
invariant(root !== null, 'cannot mount the workbook: the page has no #root')

const progress = openProgress()
void progress.load()
watchPreferences()

let cloud: Promise<Cloud> | undefined

const forgetCloud = (): void => {
  cloud = undefined
}

/** One cloud a tab, started with the first page that needs it; one that did not start is started again when it is asked for. */
function openCloud(): Promise<Cloud> {
  cloud ??= import('./open-cloud.ts').then((module) => module.openCloud(forgetCloud))
  cloud.catch(forgetCloud)
  return cloud
}

const pages = {
  Deck: lazy(async () => ({ default: (await import('#deck/DeckPage.tsx')).DeckPage })),
  Presenter: lazy(async () => ({ default: (await import('#deck/PresenterPage.tsx')).PresenterPage })),
}

createRoot(root).render(
  <StrictMode>
    <Workbook course={{ units, loadExercise }} progress={progress} openCloud={openCloud} pages={pages} />
  </StrictMode>,
)
