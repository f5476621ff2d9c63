import type { TimeRange } from '#lib/time.ts'
import { Select } from '#ui/kit/Select.tsx'
import { TimeRangePicker } from '#ui/time-range/TimeRangePicker.tsx'
import type { PaneProps, PaneView } from './pane-props.ts'
import styles from './SourceBar.module.css'

type SourceBarProps = Pick<PaneProps, 'groups' | 'range' | 'variant'> & {
  readonly group: string
  readonly selected: TimeRange
  change(view: PaneView): void
}

/** Which log group and which time a pane looks at. */
export function SourceBar({ groups, range, variant, group, selected, change }: SourceBarProps) {
  if (variant === 'slide' && groups.length < 2) {
    return (
      <span className={styles.live}>
        <span className={styles.dot} aria-hidden="true" />
        Live · {group}
      </span>
    )
  }
  return (
    <>
      <Select
        label="Log group"
        options={groups.map((name) => ({ id: name, label: name }))}
        selected={group}
        onSelect={(name) => change({ group: name })}
        isDisabled={groups.length < 2}
      />
      {variant === 'slide' ? null : (
        <TimeRangePicker whole={range} selected={selected} onSelect={({ start, end }) => change({ start, end })} />
      )}
    </>
  )
}
