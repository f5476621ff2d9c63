import { IconDotsVertical } from '@tabler/icons-react'
import { useMemo, useState, type CSSProperties } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import type { TimeRange } from '#lib/time.ts'
import { Skeleton } from '#ui/kit/Progress.tsx'
import type { SeriesSource } from '#ui/metric-query/use-series.ts'
import { isTimeSeries, panelFromJson, type JsonPanel } from '../../file/panel-json.ts'
import type { PlacedPanel } from '../../file/dashboard-json.ts'
import { textOf } from '../../file/json.ts'
import type { Reading } from '../../file/target-json.ts'
import { PanelPicture } from '../../panel/PanelPicture.tsx'
import { keptKind } from './panel-kinds.ts'
import { usePanelSeries } from '../use-panel-series.ts'
import styles from './DashboardGrid.module.css'

export type PanelDeed = 'edit' | 'duplicate' | 'copy' | 'remove'

export type PanelSurroundings = {
  readonly cloudwatch: SeriesSource
  readonly metrics: readonly MetricIdentity[] | undefined
  readonly range: TimeRange
  readonly reading: Reading
  onDeed(deed: PanelDeed, panel: PlacedPanel): void
}

type PanelCardProps = PanelSurroundings & { readonly placed: PlacedPanel; readonly top: number }

const UNIT_HEIGHT = 38
const HEAD = 44
/** Around the plot, with a legend of one line under it and without. */
const AROUND = { bottom: 84, right: 34, none: 34 } as const

/** One panel on the grid. */
export function PanelCard({ placed, top, reading, onDeed, ...source }: PanelCardProps) {
  const { json, place } = placed
  const panel = useMemo(() => (isTimeSeries(json) ? panelFromJson(json, reading) : undefined), [json, reading])
  const kind = keptKind(json, panel)
  const title = reading.fill(textOf(json.title) ?? '').trim() || (kind === undefined ? 'Untitled panel' : kind.replace(/^a /, ''))
  const [isTable, setTable] = useState(false)
  const style: CSSProperties & Readonly<Record<`--${string}`, number>> = {
    gridColumn: `${place.x + 1} / span ${place.w}`,
    gridRow: `${place.y - top + 1} / span ${place.h}`,
    '--height': place.h,
  }
  return (
    <section className={styles.card} style={style} aria-label={title}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{title}</h2>
        <CardMenu
          title={title}
          isDrawn={kind === undefined}
          isTable={isTable}
          onTable={() => setTable(!isTable)}
          onDeed={(deed) => onDeed(deed, placed)}
        />
      </div>
      {kind === undefined && panel !== undefined ? (
        <Drawn
          {...source}
          panel={panel}
          height={place.h * UNIT_HEIGHT - HEAD - AROUND[panel.legend?.show === false ? 'none' : (panel.legend?.placement ?? 'bottom')]}
          isTable={isTable}
        />
      ) : (
        <p className={styles.kept}>This is {kind}. It is kept in the dashboard as it is, and not drawn here.</p>
      )}
    </section>
  )
}

type DrawnProps = Pick<PanelSurroundings, 'cloudwatch' | 'metrics' | 'range'> & {
  readonly panel: JsonPanel
  readonly height: number
  readonly isTable: boolean
}

function Drawn({ cloudwatch, metrics, range, panel, height, isTable }: DrawnProps) {
  const task = usePanelSeries(cloudwatch, panel, metrics, range)
  if (task.status === 'failed' && task.value === undefined)
    return <p className={styles.kept}>CloudWatch refuses this: {task.error?.message}</p>
  if (task.value === undefined)
    return (
      <div className={styles.waiting}>
        <Skeleton rows={4} />
      </div>
    )
  return (
    <div className={styles.drawn} data-table={isTable || undefined} aria-busy={task.status === 'running'}>
      <PanelPicture
        panel={panel}
        asked={task.value}
        range={task.value.range}
        height={Math.max(110, height)}
        caption={NO_CAPTION}
        isTableHidden={!isTable}
      />
    </div>
  )
}

const NO_CAPTION = <></>

type CardMenuProps = {
  readonly title: string
  readonly isDrawn: boolean
  readonly isTable: boolean
  onTable(): void
  onDeed(deed: PanelDeed): void
}

function CardMenu({ title, isDrawn, isTable, onTable, onDeed }: CardMenuProps) {
  const items: readonly { readonly id: PanelDeed | 'table'; readonly label: string }[] = [
    ...(isDrawn
      ? ([
          { id: 'edit', label: 'Edit' },
          { id: 'table', label: isTable ? 'Hide the data table' : 'Show the data as a table' },
        ] as const)
      : []),
    { id: 'duplicate', label: 'Duplicate' },
    { id: 'copy', label: 'Copy panel JSON' },
    { id: 'remove', label: 'Remove' },
  ]
  return (
    <MenuTrigger>
      <Button className={styles.dots ?? ''} aria-label={`Menu of ${title}`}>
        <IconDotsVertical size={18} stroke={1.8} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu
          className={styles.menu ?? ''}
          items={items.map((item) => ({ ...item }))}
          onAction={(key) => {
            if (key === 'table') onTable()
            else if (key === 'edit' || key === 'duplicate' || key === 'copy' || key === 'remove') onDeed(key)
          }}
        >
          {(item) => (
            <MenuItem id={item.id} className={styles.menuItem ?? ''}>
              {item.label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
