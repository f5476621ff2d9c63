import type { TextRange } from '#lib/text/text-range.ts'

/** A text with some pieces of it marked. */
export function MarkedText({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  const ordered = [...ranges].sort((left, right) => left.from - right.from)
  const starts = ordered.map((range, index) => Math.max(range.from, ...ordered.slice(0, index).map(({ to }) => to)))
  return (
    <>
      {ordered.map((range, index) => {
        const from = starts[index] ?? range.from
        const before = index === 0 ? 0 : Math.max(...ordered.slice(0, index).map(({ to }) => to))
        return (
          <span key={`${range.from} ${range.to}`}>
            {text.slice(before, from)}
            {range.to > from && <mark>{text.slice(from, range.to)}</mark>}
          </span>
        )
      })}
      {text.slice(Math.max(0, ...ordered.map(({ to }) => to)))}
    </>
  )
}
