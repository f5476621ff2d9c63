import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#ui/kit/Button.tsx'
import { formatCount } from '#ui/kit/counts.ts'
import styles from './Pager.module.css'

export const PAGE = 100

type PagerProps = {
  readonly page: number
  readonly size: number
  /** `events`. */
  readonly unit: string
  onPage(page: number): void
  /** What else can be had behind the last page. */
  readonly more?: ReactNode
}

/** Which hundred of many are shown, and the way to the next; nothing where one page holds all. */
export function Pager({ page, size, unit, onPage, more }: PagerProps) {
  const last = Math.max(0, Math.ceil(size / PAGE) - 1)
  if (last === 0 && more === undefined) return null
  return (
    <nav className={styles.pager} aria-label={`Pages of ${unit}`}>
      <Button
        size="small"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
        aria-label="Previous page"
        icon={<IconChevronLeft size={16} stroke={1.8} aria-hidden="true" />}
      />
      <span className={styles.text}>
        {formatCount(page * PAGE + 1)} to {formatCount(Math.min(size, (page + 1) * PAGE))} of {formatCount(size)} {unit}
      </span>
      <Button
        size="small"
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
        aria-label="Next page"
        icon={<IconChevronRight size={16} stroke={1.8} aria-hidden="true" />}
      />
      {page === last ? more : null}
    </nav>
  )
}
