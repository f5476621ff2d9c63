import type { ReactNode } from 'react'
import type { Panel } from '#lib/panel.ts'
import type { TimeRange } from '#lib/time.ts'
import { Skeleton } from '#ui/kit/Progress.tsx'
import type { AskedSeries } from '#ui/metric-query/use-series.ts'
import type { Task } from '#ui/pane/use-task.ts'
import { PanelPicture, repeatedNames } from './PanelPicture.tsx'
import styles from './PanelEditor.module.css'

type PreviewProps = { readonly panel: Panel; readonly task: Task<AskedSeries>; readonly range: TimeRange; readonly height?: number }

/** The panel as it will be, and what keeps a part of it from being drawn. */
export function Preview({ panel, task, range, height = 260 }: PreviewProps) {
  const repeated = repeatedNames(task.value)
  const caption: ReactNode = (
    <figcaption className={styles.title}>{panel.title === undefined || panel.title === '' ? 'Untitled panel' : panel.title}</figcaption>
  )
  return (
    <div className={styles.preview} aria-busy={task.status === 'running'}>
      {task.value === undefined && task.status !== 'failed' ? (
        <Skeleton rows={6} />
      ) : (
        <PanelPicture
          panel={panel}
          asked={task.value}
          range={task.value?.range ?? range}
          height={height}
          caption={caption}
          isTableHidden={false}
        />
      )}
      {task.status === 'failed' ? (
        <p className={styles.alert}>CloudWatch refuses this: {task.error?.message}. The picture is of what it answered last.</p>
      ) : null}
      {repeated.length === 0 ? null : (
        <p className={styles.alert}>More than one line is called “{repeated.join('”, “')}”: give each a label of its own.</p>
      )}
    </div>
  )
}
