import { LogText } from '#ui/log/LogText.tsx'
import { prettyJson } from '#ui/log/pretty-json.ts'
import { CopyButton } from '#ui/kit/CopyButton.tsx'
import styles from './FieldList.module.css'

type Field = { readonly name: string; readonly value: string }

/** A record in full: every field, JSON over several lines, each to be copied. */
export function FieldList({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <dl className={styles.fields}>
      {fields.map(({ name, value }) => (
        <div key={name} className={styles.field}>
          <dt>{name}</dt>
          <dd>
            <LogText text={prettyJson(value) ?? value} />
          </dd>
          <dd className={styles.copy}>
            <CopyButton isIconOnly label={`Copy ${name}`} text={() => value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
