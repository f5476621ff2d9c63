import { useTimes } from '#ui/cloudscape/use-times.ts'
import { countOf, formatCount } from '#ui/kit/counts.ts'
import { formatLength } from '#ui/time-range/format-time.ts'
import type { TimeRange } from '#lib/time.ts'
import { binOf, type Bin } from './events-over-time.ts'
import styles from './Histogram.module.css'

/** How many events came through a query's filters, over time. */
export function Histogram({ bins, range }: { readonly bins: readonly Bin[]; readonly range: TimeRange }) {
  const { moment } = useTimes()
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  const peak = bins.reduce((most, bin) => (bin.count > most.count ? bin : most), { start: range.start, count: 0 })
  const width = formatLength(binOf(range)[0])
  return (
    <figure className={styles.histogram}>
      <figcaption className={styles.caption}>
        {countOf(total, 'event')} over time, a bar for {width}
        {peak.count > 0 ? `; most at ${moment(peak.start)}: ${formatCount(peak.count)}` : ''}
      </figcaption>
      <div className={styles.bars} aria-hidden="true">
        {bins.map(({ start, count }) => (
          <span
            key={start}
            className={styles.bar}
            title={`${moment(start)}: ${countOf(count, 'event')}`}
            style={{ height: count === 0 ? '0' : `${Math.max(3, (100 * count) / Math.max(peak.count, 1))}%` }}
          />
        ))}
      </div>
      <div className={styles.axis} aria-hidden="true">
        <span>{moment(range.start)}</span>
        <span>{moment(range.end)}</span>
      </div>
    </figure>
  )
}
