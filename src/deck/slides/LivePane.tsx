import { lazy, Suspense, useCallback, useEffect, useState, type ComponentType } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import type { PaneProps, PaneResult, PaneView } from '#ui/pane/pane-props.ts'
import { useOpenCloud, type Cloud, type OpenWorld } from '#workbook/cloud.ts'
import type { LivePart, PaneName } from '#deck/slide.ts'
import { LiveSteps } from './LiveSteps.tsx'
import styles from './LivePane.module.css'

const panes: Readonly<Record<PaneName, ComponentType<PaneProps & { readonly near?: string }>>> = {
  logs: lazy(async () => ({ default: (await import('#consoles/logs/LogsPane.tsx')).LogsPane })),
  insights: lazy(async () => ({ default: (await import('#consoles/insights/InsightsPane.tsx')).InsightsPane })),
}

type LivePaneProps = {
  readonly part: LivePart
  /** The query of the step in hand; the pane takes it over and runs it whenever the step changes. */
  readonly query: string
  /** The query before it: where it would have matched is marked in what this one drops. */
  readonly near: string | undefined
  readonly step: number
  onStep(step: number): void
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
  const [last, setLast] = useState<{ readonly part: LivePart; readonly attempt: number; readonly opened: Opened | Error }>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isHere = true
    const show = (opened: Opened | Error): void => void (isHere && setLast({ part, attempt, opened }))
    open(openCloud, part).then(show, (reason: unknown) => show(reason instanceof Error ? reason : new Error(String(reason))))
    return () => {
      isHere = false
    }
  }, [part, openCloud, attempt])
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  return [last?.part === part && last.attempt === attempt ? last.opened : undefined, retry]
}

async function open(openCloud: () => Promise<Cloud>, part: LivePart): Promise<Opened> {
  const cloud = await openCloud()
  return { cloud, world: await cloud.openWorld(part.world) }
}

/** The slide's own address, which the full console leads back to. */
const here = (): string => location.hash.slice(1)

function RunningPane({ part, query, near, step, onStep, onCount, cloud, world }: LivePaneProps & Opened) {
  const [text, setText] = useState({ query, text: query, runRequest: 1 })
  // another step's query replaces what was typed, and runs; going back brings the step before in the same way
  if (text.query !== query) setText({ query, text: query, runRequest: text.runRequest + 1 })
  const [view, setView] = useState<PaneView>({})
  const onRun = useCallback(
    (result: PaneResult) => {
      if (result.text === query && result.count !== undefined) onCount(result.count)
    },
    [query, onCount],
  )
  const Pane = panes[part.pane]
  return (
    <div className={styles.scaled} data-pane={part.pane}>
      <Pane
        transport={cloud.transport}
        base={cloud.base}
        account={world.account}
        groups={world.groups}
        range={world.range}
        text={text.text}
        onTextChange={(typed) => setText({ ...text, text: typed })}
        variant="slide"
        origin={{ account: world.account, world: part.world, of: 'a slide', from: here() }}
        aside={<LiveSteps step={step} count={part.steps.length} onStep={onStep} />}
        view={view}
        onViewChange={setView}
        runRequest={text.runRequest}
        {...(near === undefined ? {} : { near })}
        onRun={onRun}
      />
    </div>
  )
}
