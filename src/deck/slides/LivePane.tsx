import { lazy, Suspense, useCallback, useEffect, useState, type ComponentType } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import type { PaneProps, PaneResult, PaneView } from '#ui/pane/pane-props.ts'
import { useOpenCloud, type Cloud, type OpenWorld } from '#workbook/cloud.ts'
import type { LivePart, PaneName } from '#deck/slide.ts'
import styles from './LivePane.module.css'

const panes: Readonly<Record<PaneName, ComponentType<PaneProps>>> = {
  logs: lazy(async () => ({ default: (await import('#consoles/logs/LogsPane.tsx')).LogsPane })),
  insights: lazy(async () => ({ default: (await import('#consoles/insights/InsightsPane.tsx')).InsightsPane })),
}

type LivePaneProps = {
  readonly part: LivePart
  /** The query of the step in hand; the pane takes it over and runs it whenever the step changes. */
  readonly query: string
  readonly step: number
  /** How many events or rows the step's own query kept. */
  onCount(count: number): void
}

type Opened = { readonly cloud: Cloud; readonly world: OpenWorld }

/** A real pane over a world of its own, which can be used by hand at any step. */
export function LivePane(props: LivePaneProps) {
  const [opened, retry] = useWorld(props.part)
  if (opened === undefined) return <p className={styles.wait}>Opening the world this slide looks at…</p>
  if (opened instanceof Error) {
    return (
      <div className={styles.wait} role="alert">
        <p>The pane could not be opened: {opened.message}</p>
        <Button onClick={retry}>Try again</Button>
      </div>
    )
  }
  return (
    <Suspense fallback={<p className={styles.wait}>Opening the pane…</p>}>
      <RunningPane {...props} {...opened} />
    </Suspense>
  )
}

function useWorld(part: LivePart): readonly [Opened | Error | undefined, () => void] {
  const openCloud = useOpenCloud()
  const [opened, setOpened] = useState<Opened | Error>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isHere = true
    setOpened(undefined)
    open(openCloud, part).then(
      (ready) => isHere && setOpened(ready),
      (reason: unknown) => isHere && setOpened(reason instanceof Error ? reason : new Error(String(reason))),
    )
    return () => {
      isHere = false
    }
  }, [part, openCloud, attempt])
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  return [opened, retry]
}

async function open(openCloud: () => Promise<Cloud>, part: LivePart): Promise<Opened> {
  const cloud = await openCloud()
  return { cloud, world: await cloud.openWorld(part.world) }
}

function RunningPane({ part, query, step, onCount, cloud, world }: LivePaneProps & Opened) {
  const [text, setText] = useState(query)
  const [runRequest, setRunRequest] = useState(0)
  const [view, setView] = useState<PaneView>({})
  useEffect(() => {
    setText(query)
    setRunRequest((before) => before + 1)
  }, [query, step])
  const onRun = useCallback(
    (result: PaneResult) => {
      if (result.text === query && result.count !== undefined) onCount(result.count)
    },
    [query, onCount],
  )
  const Pane = panes[part.pane]
  return (
    <div className={styles.scaled}>
      <Pane
        transport={cloud.transport}
        base={cloud.base}
        account={world.account}
        groups={world.groups}
        range={world.range}
        text={text}
        onTextChange={setText}
        variant="slide"
        view={view}
        onViewChange={setView}
        runRequest={runRequest}
        onRun={onRun}
      />
    </div>
  )
}
