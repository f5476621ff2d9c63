import { colourOf } from './series-look.ts'

/** Six ways of lines, so that layers differ where colours do not. */
const WAYS = ['', 'M0 8L8 0', 'M0 0L8 8', 'M4 0V8', 'M0 4H8', 'M0 4H8M4 0V8']

export const hatchOf = (id: string, at: number): string => `url(#${id}-${at})`

/** The fills of layers, for the plot and its legend alike. */
export function Hatches({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        {Array.from({ length: count }, (_, at) => (
          <pattern key={at} id={`${id}-${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill={colourOf(at)} />
            <path d={WAYS[at % WAYS.length]} stroke="var(--surface)" strokeWidth="1.5" strokeOpacity="0.7" fill="none" />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
