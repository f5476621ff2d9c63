import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ComponentType, type KeyboardEvent } from 'react'
import { MINUTE, type TimeRange } from '#lib/time.ts'
import { Button } from '#ui/kit/Button.tsx'
import type { PaneProps, PaneResult, PaneView } from '#ui/pane/pane-props.ts'
import { useOpenCloud, type Cloud, type OpenWorld } from '#workbook/cloud.ts'
import { alarmAt, queryAt, queryBefore } from '#deck/session/tally.ts'
import type { LivePart, PaneName, Slide } from '#deck/slide.ts'
import { LiveSteps } from './LiveSteps.tsx'
import styles from './LivePane.module.css'

type TextPane = Exclude<PaneName, 'alarm'>

const panes: Readonly<Record<TextPane, ComponentType<PaneProps & { readonly near?: string }>>> = {
  logs: lazy(async () => ({ default: (await import('#consoles/logs/LogsPane.tsx')).LogsPane })),
  insights: lazy(async () => ({ default: (await import('#consoles/insights/InsightsPane.tsx')).InsightsPane })),
}

const AlarmPane = lazy(async () => ({ default: (await import('#consoles/alarms/AlarmPane.tsx')).AlarmPane }))

type LivePaneProps = {
  readonly part: LivePart
  readonly slide: Slide
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
      {props.part.pane === 'alarm' ? (
        <RunningAlarm {...props} {...opened} />
      ) : (
        <RunningPane {...props} {...opened} pane={props.part.pane} />
      )}
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

type RunningPaneProps = LivePaneProps & Opened & { readonly pane: TextPane }

type Held = { readonly asked: ReturnType<typeof queryAt>; readonly text: string; readonly view: PaneView }

/** The pane as a step sets it. */
const asSet = (asked: Held['asked']): Held => ({
  asked,
  text: asked.text,
  view: { ...(asked.group === undefined ? {} : { group: asked.group }), stream: asked.stream },
})

/** Logs or Insights: the step's query is taken over and run whenever the step changes; where the query before it matched is marked. */
function RunningPane({ part, pane, slide, step, onStep, onCount, cloud, world }: RunningPaneProps) {
  const asked = queryAt(slide, step)
  const near = queryBefore(slide, step)
  const [held, setHeld] = useState(() => ({ ...asSet(asked), runRequest: 1 }))
  const reset = (): void => setHeld({ ...asSet(asked), runRequest: held.runRequest + 1 })
  // another step's query replaces what was typed and chosen, and runs; going back brings the step before in the same way
  if (held.asked !== asked) reset()
  const { text, group } = asked
  const onRun = useCallback(
    (result: PaneResult) => {
      if (result.text === text && (group === undefined || result.group === group) && result.count !== undefined) onCount(result.count)
    },
    [text, group, onCount],
  )
  const Pane = panes[pane]
  return (
    <div className={styles.scaled} data-pane={pane}>
      <Pane
        transport={cloud.transport}
        base={cloud.base}
        account={world.account}
        groups={world.groups}
        range={world.range}
        text={held.text}
        onTextChange={(typed) => setHeld({ ...held, text: typed })}
        variant="slide"
        origin={{ account: world.account, world: part.world, of: 'a slide', from: here() }}
        aside={<LiveSteps step={step} count={part.steps.length} onStep={onStep} onReset={reset} />}
        view={held.view}
        onViewChange={(view) => setHeld({ ...held, view })}
        runRequest={held.runRequest}
        {...(near === undefined ? {} : { near })}
        onRun={onRun}
      />
    </div>
  )
}

/** An alarm over a metric of the slide's world; each step sets it anew, and between them it is the room's to change. */
function RunningAlarm({ part, slide, step, onStep, cloud, world }: LivePaneProps & Opened) {
  const given = alarmAt(slide, step)
  const [held, setHeld] = useState({ given, alarm: given })
  if (held.given !== given) setHeld({ given, alarm: given })
  const range = useMemo(() => afterLead(world.range), [world.range])
  const hidden = useMemo(() => hiddenMembers(part), [part])
  if (held.alarm === undefined) return null
  return (
    // It takes no key but Escape, which gives the keys back to the slides.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.scaled} data-pane="alarm" onKeyDown={leaveByEscape}>
      <AlarmPane
        transport={cloud.transport}
        base={cloud.base}
        account={world.account}
        range={range}
        alarm={held.alarm}
        onAlarmChange={(alarm) => setHeld({ given, alarm })}
        fixed={fixedMembers}
        hidden={hidden}
        incidents={part.incidents}
        variant="slide"
        aside={<LiveSteps step={step} count={part.steps.length} onStep={onStep} onReset={() => setHeld({ given, alarm: given })} />}
        origin={{ account: world.account, world: part.world, of: slide.title, from: here() }}
      />
    </div>
  )
}

function leaveByEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  event.currentTarget.closest('[data-live]')?.querySelector<HTMLElement>('h1,h2')?.focus({ preventScroll: true })
}

const fixedMembers = ['Namespace', 'MetricName', 'Dimensions']
const rareMembers = ['Period', 'ComparisonOperator', 'EvaluateLowSampleCountPercentile'] as const

/** A slide has room for few fields: of the rarer ones it shows those that one of its steps changes. */
function hiddenMembers({ steps }: LivePart): readonly string[] {
  const alarms = steps.flatMap((step) => (step.kind === 'alarm' ? [step.alarm] : []))
  const isBelow = alarms.some(({ ComparisonOperator }) => ComparisonOperator?.startsWith('LessThan'))
  const isChanged = (member: (typeof rareMembers)[number]): boolean => new Set(alarms.map((alarm) => alarm[member])).size > 1
  return rareMembers.filter((member) => !isChanged(member) && !(member === 'ComparisonOperator' && isBelow))
}

/** The first half hour is there for the alarm to look back on, as in an exercise's nights. */
const afterLead = ({ start, end }: TimeRange): TimeRange => ({ start: start + Math.min(30 * MINUTE, (end - start) / 8), end })
