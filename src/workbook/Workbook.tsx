import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { CloudContext, type OpenCloud } from './cloud.ts'
import { CourseContext, type Course } from './course.ts'
import { HomePage } from './home/HomePage.tsx'
import { useHashLocation } from './location.ts'
import type { ProgressStore } from './progress/store.ts'
import { ProgressContext } from './progress/use-progress.ts'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { PageSkeleton } from './shell/PageSkeleton.tsx'
import { Shell } from './shell/Shell.tsx'

const ExerciseRoute = lazy(() => import('./exercise/ExerciseRoute.tsx'))
const ConsolesPage = lazy(() => import('./consoles/ConsolesPage.tsx'))
const ConsoleRoute = lazy(() => import('./consoles/ConsoleRoute.tsx'))
const LogsPage = lazy(() => import('./logs/LogsPage.tsx'))

/** Pages the workbook gives room to without knowing them. */
export type DeckPages = {
  readonly Deck: ComponentType<{ readonly deck: string; readonly slide: string | undefined }>
  readonly Presenter: ComponentType<{ readonly deck: string }>
}

type WorkbookProps = {
  readonly course: Course
  readonly progress: ProgressStore
  readonly openCloud: OpenCloud
  readonly pages: DeckPages
}

export function Workbook({ course, progress, openCloud, pages }: WorkbookProps) {
  return (
    <CourseContext value={course}>
      <ProgressContext value={progress}>
        <CloudContext value={openCloud}>
          <Router hook={useHashLocation}>
            <Switch>
              <Route path="/present/:deck">
                {({ deck }) => (
                  <Guarded>
                    <pages.Presenter deck={deck} />
                  </Guarded>
                )}
              </Route>
              <Route>
                <Shell>
                  <Guarded>
                    <Pages pages={pages} />
                  </Guarded>
                </Shell>
              </Route>
            </Switch>
          </Router>
        </CloudContext>
      </ProgressContext>
    </CourseContext>
  )
}

function Guarded({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation()
  return (
    <ErrorBoundary key={path.split('/')[1]}>
      <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
    </ErrorBoundary>
  )
}

function Pages({ pages }: { readonly pages: DeckPages }) {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/exercises/:unit/:slug">{({ unit, slug }) => <ExerciseRoute id={`${unit}/${slug}`} />}</Route>
      <Route path="/logs" component={LogsPage} />
      <Route path="/consoles" component={ConsolesPage} />
      <Route path="/consoles/*">{(parameters) => <ConsoleRoute path={parameters['*']} />}</Route>
      <Route path="/slides">
        <Redirect to="/slides/monitoring" replace />
      </Route>
      <Route path="/slides/:deck/:slide?">{({ deck, slide }) => <pages.Deck deck={deck} slide={slide} />}</Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  )
}
