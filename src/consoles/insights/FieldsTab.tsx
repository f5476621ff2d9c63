import type { KnownField } from '#lib/text/language.ts'
import { EmptyState } from '#ui/kit/EmptyState.tsx'
import { Skeleton } from '#ui/kit/Progress.tsx'
import { LogText } from '#ui/log/LogText.tsx'
import { useRoving } from '#ui/table/use-roving.ts'
import styles from './FieldsTab.module.css'

type FieldsTabProps = { readonly fields: readonly KnownField[] | undefined; onInsert(name: string): void; readonly isLocked: boolean }

/** A field's name as a query takes it: in backticks where it holds what a bare name may not. */
const nameInQuery = (name: string): string => (/^[@A-Za-z_][\w.@]*$/.test(name) ? name : `\`${name}\``)

/** The fields found in the events, how many events have each, and what stands in them; one press puts a field into the query. */
export function FieldsTab({ fields, onInsert, isLocked }: FieldsTabProps) {
  const roving = useRoving()
  if (fields === undefined) return <Skeleton rows={6} />
  if (fields.length === 0)
    return <EmptyState title="No fields found">There are no events in this time range. Choose a longer one.</EmptyState>
  return (
    <table className={styles.fields} aria-label="Discovered fields">
      <thead>
        <tr>
          <th scope="col">field</th>
          <th scope="col" className={styles.percent}>
            in events
          </th>
          <th scope="col">for example</th>
        </tr>
      </thead>
      {/* The keys walk among the buttons inside, which are what has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody onKeyDown={roving.onKeyDown}>
        {fields.map((field, at) => (
          <tr key={field.name}>
            <td>
              <button
                type="button"
                data-row
                className={styles.name}
                disabled={isLocked}
                title="Put it into the query"
                tabIndex={roving.tabIndex(at)}
                onFocus={() => roving.onFocus(at)}
                onClick={() => onInsert(nameInQuery(field.name))}
              >
                {field.name}
              </button>
            </td>
            <td className={styles.percent}>{field.percent === undefined ? '' : `${field.percent}%`}</td>
            <td className={styles.samples}>
              {field.samples.slice(0, 3).map((sample) => (
                <span key={sample} className={styles.sample}>
                  <LogText text={sample.length > 60 ? `${sample.slice(0, 60)}…` : sample} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
