import { useId } from 'react'
import type { AskedClaim, ClaimPart } from '#grading/exercise.ts'
import choices from '../Choices.module.css'
import styles from './Investigate.module.css'

type ClaimFormProps = {
  readonly asked: AskedClaim
  readonly claim: Readonly<Partial<Record<ClaimPart, string>>>
  onSay(part: ClaimPart, text: string): void
}

type Words = { readonly label: string; readonly hint: string; readonly isLong?: boolean; readonly inputMode?: 'numeric' }

const words: Readonly<Record<Exclude<ClaimPart, 'cause'>, Words>> = {
  start: { label: 'When did it begin?', hint: 'in UTC, such as 14:32' },
  customers: { label: 'How many customers were hit?', hint: 'a number', inputMode: 'numeric' },
  line: { label: 'Which line shows it?', hint: 'paste one line of the log', isLong: true },
  request: { label: 'Which request?', hint: 'its id, as the log has it' },
}

/** What is claimed: a field for each part that is asked for. */
export function ClaimForm({ asked, claim, onSay }: ClaimFormProps) {
  return (
    <section className={styles.claim} aria-label="Your claim">
      <h2>Your claim</h2>
      {asked.parts.map((part) =>
        part === 'cause' ? (
          <fieldset key={part} className={styles.causes}>
            <legend>What was the cause?</legend>
            {asked.causes.map((cause) => (
              <label key={cause} className={choices.option}>
                <input type="radio" name="cause" checked={claim.cause === cause} onChange={() => onSay('cause', cause)} />
                {cause}
              </label>
            ))}
          </fieldset>
        ) : (
          <Field
            key={part}
            words={{ ...words[part], label: asked.labels[part] ?? words[part].label }}
            value={claim[part] ?? ''}
            onChange={(text) => onSay(part, text)}
          />
        ),
      )}
    </section>
  )
}

type FieldProps = { readonly words: Words; readonly value: string; onChange(text: string): void }

function Field({ words: { label, hint, isLong = false, inputMode }, value, onChange }: FieldProps) {
  const id = useId()
  const shared = {
    id,
    value,
    spellCheck: false,
    autoComplete: 'off',
    autoCapitalize: 'off',
    'aria-describedby': `${id}-hint`,
  } as const
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} inputMode={inputMode} onChange={(event) => onChange(event.target.value)} />
      )}
      <span id={`${id}-hint`}>{hint}</span>
    </div>
  )
}
