import { IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import type { PanelTarget } from '#lib/panel.ts'
import { Button } from '#ui/kit/Button.tsx'
import { MetricQueryFields, type FieldProblem } from '#ui/metric-query/MetricQueryFields.tsx'
import type { AskedSeries } from '#ui/metric-query/use-series.ts'
import { letterOf } from '../file/panel-json.ts'
import styles from './PanelEditor.module.css'

type QueryListProps<Target extends PanelTarget> = {
  readonly metrics: readonly MetricIdentity[] | undefined
  readonly targets: readonly Target[]
  onChange(targets: readonly PanelTarget[]): void
  readonly asked: AskedSeries | undefined
  readonly problems?: readonly FieldProblem[]
}

const ICON = { size: 16, stroke: 1.8, 'aria-hidden': true } as const
const FIRST: PanelTarget = { namespace: '', metricName: '', dimensions: {}, statistic: 'Average', period: 60 }

/** `targets.0.statistic` as the problem of the first query's statistic. */
const problemsOf = (problems: readonly FieldProblem[], at: number): readonly FieldProblem[] =>
  problems.flatMap(({ member, says }) =>
    member.startsWith(`targets.${at}.`) ? [{ member: member.slice(`targets.${at}.`.length), says }] : [],
  )

/** The queries of a panel, one card each, in the order in which their lines are drawn. */
export function QueryList<Target extends PanelTarget>({ metrics, targets, onChange, asked, problems = [] }: QueryListProps<Target>) {
  const list = useRef<HTMLOListElement>(null)
  const [focus, setFocus] = useState<{ readonly selector: readonly string[] }>()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const found = focus?.selector.map((selector) => list.current?.querySelector<HTMLElement>(selector)).find((element) => element)
    found?.focus()
  }, [focus])
  const replace = (at: number, ...next: readonly PanelTarget[]) => onChange([...targets.slice(0, at), ...next, ...targets.slice(at + 1)])
  const move = (at: number, by: 1 | -1) => {
    const [low, high] = by === 1 ? [at, at + 1] : [at - 1, at]
    const [first, second] = [targets[low], targets[high]]
    if (first === undefined || second === undefined) return
    onChange([...targets.slice(0, low), second, first, ...targets.slice(high + 1)])
    setFocus({ selector: [`[data-move="${by}"]`, '[data-move]'].map((button) => `[data-query="${at + by}"] ${button}:enabled`) })
    setSaid(`Query ${letterOf(at)} is ${letterOf(at + by)} now`)
  }
  const remove = (at: number) => {
    replace(at)
    setFocus({ selector: [`[data-query="${Math.min(at, targets.length - 2)}"] [data-remove]`] })
    setSaid(`Query ${letterOf(at)} is gone`)
  }
  const add = () => {
    onChange([
      ...targets,
      targets.at(-1) === undefined ? FIRST : { ...FIRST, namespace: targets.at(-1)?.namespace ?? '', period: targets.at(-1)?.period ?? 60 },
    ])
    setFocus({ selector: [`[data-query="${targets.length}"] input`] })
  }
  return (
    <>
      <ol ref={list} className={styles.queries}>
        {targets.map((target, at) => (
          <li key={at} className={styles.query} data-query={at}>
            <div className={styles.head}>
              <strong className={styles.letter}>
                <span className="visually-hidden">Query </span>
                {letterOf(at)}
              </strong>
              <span className={styles.name}>{asked?.series[at]?.label ?? target.metricName}</span>
              <span className={styles.tools}>
                <Button
                  look="quiet"
                  size="small"
                  icon={<IconArrowUp {...ICON} />}
                  aria-label={`Move query ${letterOf(at)} up`}
                  title="Move up"
                  data-move="-1"
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <Button
                  look="quiet"
                  size="small"
                  icon={<IconArrowDown {...ICON} />}
                  aria-label={`Move query ${letterOf(at)} down`}
                  title="Move down"
                  data-move="1"
                  disabled={at === targets.length - 1}
                  onClick={() => move(at, 1)}
                />
                <Button
                  look="quiet"
                  size="small"
                  icon={<IconCopy {...ICON} />}
                  aria-label={`Duplicate query ${letterOf(at)}`}
                  title="Duplicate"
                  onClick={() => replace(at, target, target)}
                />
                <Button
                  look="quiet"
                  size="small"
                  icon={<IconTrash {...ICON} />}
                  aria-label={`Remove query ${letterOf(at)}`}
                  title="Remove"
                  data-remove
                  onClick={() => remove(at)}
                />
              </span>
            </div>
            <MetricQueryFields
              metrics={metrics}
              query={target}
              onChange={(next) => replace(at, next)}
              problems={problemsOf(problems, at)}
              defaultLabel={target.label ? '' : (asked?.series[at]?.label ?? '')}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button size="small" icon={<IconPlus {...ICON} />} onClick={add}>
          Add query
        </Button>
      </div>
      <output className="visually-hidden">{said}</output>
    </>
  )
}
