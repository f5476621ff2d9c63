import type { ReactNode } from 'react'
import type { Millis, TimeRange } from '#lib/time.ts'
import type { PlotFrame } from './plot-frame.ts'

/** `x` is a category in bars and pies, epoch milliseconds over time, a number in lines; `y` null where there is nothing. */
export type ChartPoint = { readonly x: string | number; readonly y: number | null }

export type ChartSeries = {
  readonly label: string
  readonly points: readonly ChartPoint[]
  /** Its own unit: a second one gets an axis at the right. */
  readonly unit?: string
  /** How far two neighbours are apart at most, in the unit of `x`; else the least distance found. */
  readonly step?: number
}

/** `time` draws lines over time and `area` the same as layers one on the other; `pie` draws the parts of the first series. */
export type ChartKind = 'bar' | 'line' | 'time' | 'area' | 'pie'

export const isOverTime = (kind: ChartKind): boolean => kind === 'time' || kind === 'area'

/** No axis of its own to draw over: a row for each category, or a slice. */
export const isOfCategories = (kind: ChartKind): boolean => kind === 'bar' || kind === 'pie'

/** A line across the plot with a label at its right end; draggable, by pointer and keys, where it has `onChange`. */
export type ChartThreshold = {
  readonly id: string
  readonly value: number
  /** What it is, for who cannot see it: `Threshold`. */
  readonly label: string
  readonly unit?: string
  /** A CSS colour; the alarm's when left out. */
  readonly color?: string
  /** Each step of a drag, each press of a key. */
  onChange?(value: number): void
  /** The drag is over. */
  onSettle?(value: number): void
}

/** A shaded stretch of time behind the lines. */
export type ChartRegion = { readonly start: Millis; readonly end: Millis; readonly label: string }

/** A moment pointed at: an upright line with a word at its top. */
export type ChartMark = { readonly x: number; readonly label: string }

export type ChartAxis = { readonly min?: number; readonly max?: number; readonly label?: string }

export type ChartProps = {
  readonly kind: ChartKind
  /** What is drawn, in words. */
  readonly title: string
  readonly series: readonly ChartSeries[]
  /** `ms`, `events`: stands behind every figure. */
  readonly unit?: string
  /** Stands in place of the title's line. */
  readonly caption?: ReactNode
  /** What the x axis spans, where it is more than the points do. */
  readonly span?: TimeRange
  readonly axis?: ChartAxis
  readonly thresholds?: readonly ChartThreshold[]
  readonly regions?: readonly ChartRegion[]
  readonly marks?: readonly ChartMark[]
  readonly legend?: 'top' | 'bottom' | 'right' | 'none'
  readonly height?: number
  /** Leaves out the table under the chart, where it stands elsewhere. */
  readonly isTableHidden?: boolean
  /** Drawn as a plot without lines where no series has a value: else an empty state. */
  readonly isEmptyDrawn?: boolean
  /** Stands under the plot and is told where the plot stands: a state band. */
  below?(frame: PlotFrame): ReactNode
  /** How a figure is written, where the plain way is not the right one. */
  format?(value: number, unit?: string): string
}
