import { IconChevronDown } from '@tabler/icons-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { TimeRange } from '#lib/time.ts'
import { usePreferences } from '#ui/preferences.ts'
import { AbsoluteRange } from './AbsoluteRange.tsx'
import { formatRange, zoneName } from './format-time.ts'
import { presetOf, presetsOf } from './presets.ts'
import styles from './TimeRangePicker.module.css'

type TimeRangePickerProps = {
  /** What the account holds. */
  readonly whole: TimeRange
  readonly selected: TimeRange
  /** What all of it is called, where that is no log. */
  readonly wholeName?: string
  onSelect(range: TimeRange): void
}

/** Back from the end of the log, all of it, or from one moment to another. */
export function TimeRangePicker({ whole, selected, wholeName, onSelect }: TimeRangePickerProps) {
  const { zone } = usePreferences()
  const current = presetOf(selected, whole, wholeName)
  const label = current?.label ?? `${formatRange(selected, zone)} ${zoneName(zone, selected.start)}`
  return (
    <DialogTrigger>
      <Button className={styles.trigger ?? ''} aria-label={`Time range: ${label}`}>
        {label}
        <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4} placement="bottom start">
        <Dialog className={styles.dialog ?? ''} aria-label="Time range">
          {({ close }) => (
            <>
              <div className={styles.presets}>
                {presetsOf(whole, wholeName).map((preset) => (
                  <button
                    key={preset.id}
                    type="button"
                    className={styles.preset}
                    aria-pressed={preset.id === current?.id}
                    onClick={() => {
                      onSelect(preset.range)
                      close()
                    }}
                  >
                    {preset.label}
                  </button>
                ))}
              </div>
              <AbsoluteRange
                selected={selected}
                onSelect={(range) => {
                  onSelect(range)
                  close()
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
