import Button from '@cloudscape-design/components/button'
import { formatCount } from '#ui/kit/counts.ts'
import { LogText } from '#ui/log/LogText.tsx'
import { filterFor, type FoundPattern, type TokenValues } from './found-pattern.ts'
import styles from './Patterns.module.css'

/** Values shown of a token; the rest is a count. */
const MOST_VALUES = 8

/** What stands in the places that vary, and events as they were written. */
export function PatternDetail({ pattern, onAdd }: { readonly pattern: FoundPattern; onAdd(command: string): void }) {
  const { text, tokens, samples } = pattern
  return (
    <div className={styles.detail}>
      {tokens.length === 0 ? null : (
        <dl className={styles.tokens}>
          {tokens.map((token) => (
            <div key={token.name}>
              <dt>{token.name}</dt>
              <dd>
                <Values token={token} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {samples.length === 0 ? null : (
        <ul className={styles.samples} aria-label="Events of this pattern">
          {samples.map((sample, at) => (
            <li key={at}>
              <LogText text={sample} />
            </li>
          ))}
        </ul>
      )}
      <Button variant="inline-link" onClick={() => onAdd(`| ${filterFor(text)}`)}>
        Add a filter for these events to the query
      </Button>
    </div>
  )
}

function Values({ token: { values } }: { readonly token: TokenValues }) {
  if (values.length === 0) return <>no values are told</>
  const rest = values.length - MOST_VALUES
  return (
    <>
      {values.slice(0, MOST_VALUES).map(([value, count]) => (
        <span key={value} className={styles.value}>
          {value} <span className={styles.count}>{formatCount(count)}</span>
        </span>
      ))}
      {rest > 0 ? <span className={styles.count}>and {formatCount(rest)} more</span> : null}
    </>
  )
}
