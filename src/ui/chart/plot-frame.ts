/** Where the plot's inner box stands in its element, in pixels; whatever is drawn over the plot or under it keeps to it. */
export type PlotFrame = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** The x values at its left and right edges. */
  readonly from: number
  readonly to: number
}

export type Domain = { readonly min: number; readonly max: number; readonly ticks: readonly number[] }

export const LEFT_AXIS = 60
export const RIGHT_AXIS = 56
export const RIGHT_MARGIN = 12
export const TOP_MARGIN = 8
export const BOTTOM_AXIS = 30
export const HEIGHT = 260

const ROUND_STEPS = [1, 2, 2.5, 5, 10]
const LINES = 5
/** A threshold further above the values than this many times would flatten them: it waits at the edge. */
const FARTHEST = 6

/** The least of 1, 2, 2.5, 5 times a power of ten that is no less than a distance. */
export function roundStep(distance: number): number {
  if (!(distance > 0) || !Number.isFinite(distance)) return 1
  const power = 10 ** Math.floor(Math.log10(distance))
  const factor = ROUND_STEPS.find((step) => step * power >= distance * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Without the noise of binary fractions. */
export const tidy = (value: number): number => Number(value.toPrecision(12))

type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined }

/** Round ticks around what is to be seen, from 0 where nothing is below it; given bounds hold to the figure. */
export function domainOf(values: readonly number[], thresholds: readonly number[] = [], bounds: Bounds = {}): Domain {
  const finite = values.filter(Number.isFinite)
  const least = Math.min(0, ...finite)
  const greatest = Math.max(...finite, finite.length === 0 ? 0 : -Infinity)
  const reach = Math.max(greatest, 0, -least) * FARTHEST || Infinity
  const near = thresholds.filter((value) => Number.isFinite(value) && Math.abs(value) <= reach)
  const low = bounds.min ?? Math.min(least, ...near)
  const high = bounds.max ?? Math.max(greatest, ...near.map((value) => value * 1.08), low + Number.MIN_VALUE)
  return ticked(low, high > low ? high : low + 1, bounds)
}

function ticked(low: number, high: number, bounds: Bounds): Domain {
  const step = roundStep((high - low) / LINES)
  const min = bounds.min ?? tidy(Math.floor(low / step + 1e-9) * step)
  const wanted = bounds.max ?? tidy(Math.ceil(high / step - 1e-9) * step)
  const max = wanted > min ? wanted : min + step
  const ticks: number[] = []
  for (let at = Math.ceil(min / step - 1e-9); at * step <= max + step * 1e-9; at++) ticks.push(tidy(at * step))
  return { min, max, ticks }
}

type FrameOptions = {
  readonly width: number
  readonly height: number
  readonly hasRightAxis: boolean
  readonly from: number
  readonly to: number
}

export const frameOf = ({ width, height, hasRightAxis, from, to }: FrameOptions): PlotFrame => ({
  left: LEFT_AXIS,
  top: TOP_MARGIN,
  width: Math.max(0, width - LEFT_AXIS - RIGHT_MARGIN - (hasRightAxis ? RIGHT_AXIS : 0)),
  height: height - TOP_MARGIN - BOTTOM_AXIS,
  from,
  to,
})

export const xIn = (frame: PlotFrame, x: number): number =>
  frame.left + (frame.to > frame.from ? ((x - frame.from) / (frame.to - frame.from)) * frame.width : 0)

export const yIn = (frame: PlotFrame, domain: Domain, value: number): number =>
  frame.top + (1 - (value - domain.min) / (domain.max - domain.min)) * frame.height

export const valueAt = (frame: PlotFrame, domain: Domain, y: number): number =>
  domain.min + (1 - (y - frame.top) / frame.height) * (domain.max - domain.min)
