import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { invariant } from '#lib/invariant.ts'
import { watchPreferences } from '#ui/preferences.ts'
import '#ui/theme/base.css'
import { openProgress } from '#workbook/progress/open-progress.ts'
import { Workbook } from '#workbook/Workbook.tsx'

const root = document.getElementById('root')
invariant(root !== null, 'cannot mount the workbook: the page has no #root')

const progress = openProgress()
void progress.load()
watchPreferences()

const pages = {
  Deck: lazy(async () => ({ default: (await import('#deck/DeckPage.tsx')).DeckPage })),
  Presenter: lazy(async () => ({ default: (await import('#deck/PresenterPage.tsx')).PresenterPage })),
}

createRoot(root).render(
  <StrictMode>
    <Workbook
      course={{ units: [], loadExercise: () => Promise.reject(new Error('no exercises')) }}
      progress={progress}
      openCloud={() => Promise.reject(new Error('no cloud'))}
      pages={pages}
    />
  </StrictMode>,
)
