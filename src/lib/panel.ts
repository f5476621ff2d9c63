import type { Dimensions } from './metric/metric.ts'

/** One row of a panel: a metric, its statistic over periods in seconds, and what its line is called. */
export type PanelTarget = {
  readonly namespace: string
  readonly metricName: string
  readonly dimensions: Dimensions
  readonly statistic: string
  readonly period: number
  /** The default label when left out or empty. */
  readonly label?: string
}

export type PanelThreshold = { readonly value: number; readonly color?: string }

/** A time series panel, as exercises write it and the editor edits it. */
export type Panel = {
  readonly title?: string
  readonly targets: readonly PanelTarget[]
  /** As Grafana spells units: `ms`, `percent`, `short`. */
  readonly unit?: string
  readonly axis?: { readonly min?: number; readonly max?: number; readonly label?: string }
  readonly legend?: { readonly show?: boolean; readonly placement?: 'bottom' | 'right' }
  readonly thresholds?: readonly PanelThreshold[]
}
