import { IconPlus, IconX } from '@tabler/icons-react'
import type { Dimensions, MetricIdentity } from '#lib/metric/metric.ts'
import { Button } from '#ui/kit/Button.tsx'
import { dimensionNamesOf, dimensionValuesOf } from './catalogue.ts'
import { ComboField } from './inputs/ComboField.tsx'
import styles from './MetricQuery.module.css'

type DimensionFieldsProps = {
  readonly metrics: readonly MetricIdentity[]
  readonly identity: MetricIdentity
  onChange(dimensions: Dimensions): void
  readonly isDisabled?: boolean
}

/** The dimensions of a metric, one line each: a name, its value, and the way to leave it out. */
export function DimensionFields({ metrics, identity, onChange, isDisabled = false }: DimensionFieldsProps) {
  const entries = Object.entries(identity.dimensions)
  const names = dimensionNamesOf(metrics, identity)
  const free = names.filter((name) => !(name in identity.dimensions))
  const replace = (at: number, next: readonly [string, string] | undefined) =>
    onChange(Object.fromEntries(entries.flatMap((entry, place) => (place === at ? (next === undefined ? [] : [next]) : [entry]))))
  const rename = (at: number, name: string) => {
    const { [entries[at]?.[0] ?? '']: _, ...dimensions } = identity.dimensions
    const values = dimensionValuesOf(metrics, { ...identity, dimensions }, name)
    replace(at, [name, values[0] ?? entries[at]?.[1] ?? ''])
  }
  const add = () => {
    const name = free[0] ?? ''
    onChange({ ...identity.dimensions, [name]: dimensionValuesOf(metrics, identity, name)[0] ?? '' })
  }
  return (
    <fieldset className={styles.dimensions} disabled={isDisabled}>
      <legend className={styles.label}>Dimensions</legend>
      {entries.map(([name, value], at) => (
        <div key={`${at} ${name}`} className={styles.dimension}>
          <ComboField
            label={entries.length > 1 ? `Dimension ${at + 1}` : 'Dimension'}
            isLabelHidden
            value={name}
            options={[...new Set([name, ...free])].filter((option) => option !== '').map((id) => ({ id }))}
            onCommit={(next) => rename(at, next)}
            none="No other dimension here"
            isDisabled={isDisabled}
            size="narrow"
          />
          <span aria-hidden="true">=</span>
          <ComboField
            label={`Value of ${name || 'the dimension'}`}
            isLabelHidden
            value={value}
            options={dimensionValuesOf(metrics, identity, name).map((id) => ({ id }))}
            onCommit={(next) => replace(at, [name, next])}
            none={`No metric here has a ${name || 'nameless dimension'}`}
            isDisabled={isDisabled}
          />
          {isDisabled ? null : (
            <Button
              look="quiet"
              size="small"
              aria-label={`Remove the dimension ${name}`}
              title={`Remove ${name}`}
              icon={<IconX size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => replace(at, undefined)}
            />
          )}
        </div>
      ))}
      {isDisabled || '' in identity.dimensions ? null : (
        <Button look="quiet" size="small" icon={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={add}>
          Add a dimension
        </Button>
      )}
    </fieldset>
  )
}
