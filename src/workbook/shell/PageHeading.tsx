import { useEffect, useRef, type ReactNode } from 'react'
import { hasNavigated } from '../location.ts'

type PageHeadingProps = {
  /** What the tab says; the product's name follows. */
  readonly title: string
  readonly children?: ReactNode
  readonly className?: string | undefined
}

/** The page's h1: names the tab, and takes the focus when the reader came here from another page. */
export function PageHeading({ title, children, className }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title === 'Watchkeeper' ? title : `${title} · Watchkeeper`
  }, [title])
  useEffect(() => {
    if (hasNavigated()) heading.current?.focus()
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  )
}
