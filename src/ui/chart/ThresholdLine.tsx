import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react'
import type { ChartThreshold } from './chart-series.ts'
import { roundStep, tidy, valueAt, yIn, type Domain, type PlotFrame } from './plot-frame.ts'
import styles from './ThresholdLine.module.css'

type ThresholdLineProps = {
  readonly threshold: ChartThreshold
  readonly frame: PlotFrame
  readonly domain: Domain
  /** Of the axis, where the threshold has none of its own. */
  readonly unit: string | undefined
  readonly format: (value: number, unit?: string) => string
  /** While it moves, the axis stands. */
  onHold(isHeld: boolean): void
}

type Style = CSSProperties & { readonly '--threshold'?: string }

/** One press of an arrow: about a two-hundredth of the axis, as a round figure. */
export const stepOf = ({ min, max }: Domain): number => roundStep((max - min) / 200)

const withinPlot = (frame: PlotFrame, y: number): number => Math.min(frame.top + frame.height, Math.max(frame.top, y))

/** A line over the plot with its figure at the right end; drawn apart from the plot, so that moving it moves nothing else. */
export function ThresholdLine(props: ThresholdLineProps) {
  const { threshold, frame, domain, format } = props
  const { value, label, color, unit = props.unit } = threshold
  const drag = useDrag(props)
  const exact = yIn(frame, domain, value)
  const y = withinPlot(frame, exact)
  const beyond = Math.abs(exact - y) < 1 ? '' : exact < y ? ' ↑' : ' ↓'
  const style: Style = {
    left: frame.left,
    width: frame.width,
    transform: `translateY(${y.toFixed(1)}px)`,
    ...(color === undefined ? {} : { '--threshold': color }),
  }
  const words = format(value, unit)
  if (threshold.onChange === undefined) {
    return (
      <div className={styles.line} style={style}>
        <span className={styles.label}>
          <span className="visually-hidden">{label}: </span>
          {words}
          {beyond}
        </span>
      </div>
    )
  }
  return (
    <div className={styles.line} data-draggable style={style}>
      <div className={styles.grip} {...drag.pointer} />
      {/* An input of type range lies along its track; this one stands on the line it moves. */}
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        className={styles.label}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuemin={Math.min(domain.min, value)}
        aria-valuemax={Math.max(domain.max, value)}
        aria-valuenow={value}
        aria-valuetext={words}
        onKeyDown={drag.keys}
        {...drag.pointer}
      >
        {words}
        {beyond}
      </div>
    </div>
  )
}

function useDrag({ threshold, frame, domain, onHold }: ThresholdLineProps) {
  /** How far below the line it was taken hold of. */
  const offset = useRef<number>(undefined)
  /** Where the plot stood then: asked in each step, it would have the page laid out each time. */
  const top = useRef(0)
  const newest = useRef(threshold.value)
  const step = stepOf(domain)
  const valueUnder = (event: PointerEvent<HTMLElement>): number => {
    const y = withinPlot(frame, event.clientY - top.current - (offset.current ?? 0))
    return tidy(Math.round(valueAt(frame, domain, y) / step) * step)
  }
  const pointer = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      top.current = event.currentTarget.closest('[data-plot]')?.getBoundingClientRect().top ?? 0
      newest.current = threshold.value
      offset.current = event.clientY - top.current - withinPlot(frame, yIn(frame, domain, threshold.value))
      event.currentTarget.setPointerCapture(event.pointerId)
      onHold(true)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (offset.current === undefined) return
      const value = valueUnder(event)
      if (value === newest.current) return
      newest.current = value
      threshold.onChange?.(value)
    },
    onPointerUp: () => end(),
    onPointerCancel: () => end(),
  }
  const end = () => {
    if (offset.current === undefined) return
    offset.current = undefined
    onHold(false)
    threshold.onSettle?.(newest.current)
  }
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key]
    const next =
      by === undefined
        ? { Home: domain.min, End: domain.max }[event.key]
        : (Math.round(threshold.value / step) + by * (event.shiftKey ? 10 : 1)) * step
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const value = tidy(next)
    threshold.onChange?.(value)
    threshold.onSettle?.(value)
  }
  return { pointer, keys }
}
