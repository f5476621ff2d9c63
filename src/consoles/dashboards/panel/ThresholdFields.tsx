import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { PanelThreshold } from '#lib/panel.ts'
import { Button } from '#ui/kit/Button.tsx'
import { Select } from '#ui/kit/Select.tsx'
import { NumberField } from '#ui/metric-query/inputs/NumberField.tsx'
import { COLOURS, cssOf } from './colours.ts'
import styles from './PanelEditor.module.css'

type ThresholdFieldsProps = {
  readonly thresholds: readonly PanelThreshold[]
  onChange(thresholds: readonly PanelThreshold[]): void
  readonly problem?: string | undefined
}

/** Lines across the panel: a figure and a colour each. */
export function ThresholdFields({ thresholds, onChange, problem }: ThresholdFieldsProps) {
  const [isAdding, setAdding] = useState(thresholds.length === 0)
  const replace = (at: number, ...next: readonly PanelThreshold[]) =>
    onChange([...thresholds.slice(0, at), ...next, ...thresholds.slice(at + 1)])
  const add = (value: number | undefined) => {
    if (value === undefined) return
    onChange([...thresholds, { value, color: 'red' }])
    setAdding(false)
  }
  return (
    <fieldset className={styles.thresholds}>
      <legend className={styles.legend}>Thresholds</legend>
      {thresholds.map(({ value, color = 'red' }, at) => (
        <div key={at} className={styles.threshold}>
          <span className={styles.swatch} style={{ background: cssOf(color) }} aria-hidden="true" />
          <NumberField
            label={`Threshold ${at + 1}`}
            value={value}
            onChange={(next) => (next === undefined ? replace(at) : replace(at, { value: next, color }))}
          />
          <div className={styles.colour}>
            <span className={styles.caption} aria-hidden="true">
              Colour
            </span>
            <Select
              label={`Colour of threshold ${at + 1}`}
              options={coloursWith(color)}
              selected={color}
              onSelect={(next) => replace(at, { value, color: next })}
            />
          </div>
          <Button
            look="quiet"
            size="small"
            className={styles.drop}
            icon={<IconX size={16} stroke={1.8} aria-hidden="true" />}
            aria-label={`Remove threshold ${at + 1}`}
            title="Remove"
            onClick={() => replace(at)}
          />
        </div>
      ))}
      {isAdding ? <NumberField label="New threshold" value={undefined} onChange={add} placeholder="none" /> : null}
      {problem === undefined ? null : <p className={styles.problem}>{problem}</p>}
      {isAdding ? null : (
        <div>
          <Button size="small" icon={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={() => setAdding(true)}>
            Add threshold
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const coloursWith = (color: string) =>
  (COLOURS.some(({ id }) => id === color) ? COLOURS : [...COLOURS, { id: color, label: color, css: color }]).map(({ id, label }) => ({
    id,
    label,
  }))
