import { useId, useState } from 'react'
import controls from '#ui/theme/controls.module.css'
import type { Hints } from '../desk/use-hints.ts'
import styles from './AskHint.module.css'

/** One plain button, and a line above it that may stay empty: saying what is wrong often finds it. */
export function AskHint({ hints }: { readonly hints: Hints }) {
  const [thought, setThought] = useState('')
  const id = useId()
  const ask = () => {
    hints.ask(thought.trim())
    setThought('')
  }
  return (
    <div className={styles.ask}>
      <label htmlFor={id} className="visually-hidden">
        What do you think is wrong? You may leave it empty.
      </label>
      <input
        id={id}
        className={styles.thought}
        value={thought}
        placeholder="What do you think is wrong?"
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setThought(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && ask()}
      />
      <button type="button" className={`${controls.button} ${controls.small}`} disabled={hints.isEnd} onClick={ask}>
        {hints.isEnd ? 'No more hints' : hints.shown.length === 0 ? 'Show a hint' : 'Show another hint'}
      </button>
    </div>
  )
}
