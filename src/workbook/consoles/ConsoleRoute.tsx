import { Suspense, useCallback, useMemo, type ReactNode } from 'react'
import type { TimeRange } from '#lib/time.ts'
import type { ConsoleProps, ConsoleQuery } from '#ui/console/console-props.ts'
import type { Cloud, OpenWorld } from '../cloud.ts'
import { hrefTo, navigate, useHashQuery } from '../location.ts'
import { DropArea } from '../own-logs/DropArea.tsx'
import { FileButton } from '../own-logs/FileButton.tsx'
import { ImportStatus } from '../own-logs/ImportStatus.tsx'
import { useImports, type Imports } from '../own-logs/use-imports.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { consoleAt, type ConsoleEntry } from './console-list.ts'
import { NoSuchConsole } from './NoSuchConsole.tsx'
import { useConsoleWorld } from './world/use-console-world.ts'
import { useWorldClock } from './world/use-world-clock.ts'
import { HOME_ACCOUNT, readWorldAsked, whoseWorld, type WorldAsked } from './world/world-asked.ts'
import { WorldBar } from './world/WorldBar.tsx'
import { BrokenLink, OpeningWorld, WorldCancelled, WorldFailed } from './world/WorldWait.tsx'
import styles from './ConsoleRoute.module.css'

/** A full console over the world its link asks for. */
export default function ConsoleRoute({ path }: { readonly path: string }) {
  const entry = consoleAt(path)
  return entry === undefined ? <NoSuchConsole /> : <OpenConsole entry={entry} path={path} />
}

type OpenConsoleProps = { readonly entry: ConsoleEntry; readonly path: string }

function OpenConsole({ entry, path }: OpenConsoleProps) {
  const [query] = useHashQuery()
  const asked = useAsked(query)
  const state = useConsoleWorld(asked)
  if (asked.kind === 'broken') return <BrokenLink why={asked.why} href={hrefTo(`/consoles/${path}`)} />
  if (state === undefined || state.kind === 'opening') return <OpeningWorld title={entry.title} {...(state ?? {})} />
  if (state.kind === 'cancelled') return <WorldCancelled onRetry={state.retry} />
  if (state.kind === 'failed')
    return <WorldFailed asked={asked} message={state.message} href={hrefTo(`/consoles/${path}`)} onRetry={state.retry} />
  return <RunningConsole key={state.world.account} entry={entry} path={path} asked={asked} cloud={state.cloud} world={state.world} />
}

/** The same object as long as the link asks for the same world. */
function useAsked(query: URLSearchParams): WorldAsked {
  const key = JSON.stringify([query.get('world'), query.get('at'), query.get('account')])
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => readWorldAsked(query), [key])
}

/** What a link to another page of the same world carries on. */
const carried = ['account', 'world', 'at', 'of', 'from']

type RunningConsoleProps = OpenConsoleProps & { readonly asked: WorldAsked; readonly cloud: Cloud; readonly world: OpenWorld }

function RunningConsole({ entry, path, asked, cloud, world }: RunningConsoleProps) {
  const [query, changeQuery] = useHashQuery()
  const clock = useWorldClock(cloud, world)
  const isKept = world.account === HOME_ACCOUNT
  const whose = whoseWorld(asked, query.get('of'))
  const origin = JSON.stringify(carried.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : [])))
  const href = useCallback<ConsoleProps['href']>(
    (to, change) => {
      const kept = Object.fromEntries(JSON.parse(origin) as readonly (readonly [string, string])[])
      return hrefTo(`/consoles/${to}`, { ...kept, ...change })
    },
    [origin],
  )
  const go = useCallback((to: string, change?: ConsoleQuery) => navigate(href(to, change).slice(1)), [href])
  const imports = useImports({ cloud, account: world.account }, ({ group, range }) =>
    go(entry.path === 'cloudwatch/insights' ? entry.path : 'cloudwatch/logs/events', { group, ...timesOf(range) }),
  )
  return (
    <OwnLogsPage entry={entry} imports={imports}>
      <WorldBar
        whose={whose}
        isKept={isKept}
        clock={clock}
        range={world.range}
        back={backOf(query.get('from'))}
        actions={entry.takesLogs === true && <FileButton onFiles={imports.take} isSmall />}
      />
      <ImportStatus imports={imports} />
      <Suspense fallback={<PageSkeleton />}>
        <entry.Console
          transport={cloud.transport}
          base={cloud.base}
          account={world.account}
          whose={whose}
          isKept={isKept}
          range={world.range}
          now={clock.now}
          path={path}
          query={query}
          onQueryChange={changeQuery}
          href={href}
          go={go}
        />
      </Suspense>
    </OwnLogsPage>
  )
}

type OwnLogsPageProps = { readonly entry: ConsoleEntry; readonly imports: Imports; readonly children: ReactNode }

/** Where the console is one of logs the whole page takes files, too. */
function OwnLogsPage({ entry, imports, children }: OwnLogsPageProps) {
  const page = <div className={styles.page}>{children}</div>
  return entry.takesLogs === true ? <DropArea onFiles={imports.take}>{page}</DropArea> : page
}

const timesOf = (range: TimeRange | undefined): ConsoleQuery =>
  range === undefined ? {} : { start: String(Math.floor(range.start)), end: String(Math.ceil(range.end)) }

const backTitles: readonly (readonly [string, string])[] = [
  ['/exercises/', 'Back to the exercise'],
  ['/slides/', 'Back to the slide'],
  ['/present/', 'Back to the slides'],
  ['/logs', 'Back to the logs'],
]

/** Only to pages of ours: the address comes out of a link that anybody may have written. */
function backOf(from: string | null) {
  const title = from === null ? undefined : backTitles.find(([path]) => from.startsWith(path))?.[1]
  return title === undefined ? undefined : { href: `#${from}`, title }
}
