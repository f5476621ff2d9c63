import { useId, useState } from 'react'
import styles from './Confidence.module.css'

const levels = ['a guess', 'fairly sure', 'certain']

/** How sure are you? For the learner alone: saying it first makes the answer stick. */
export function Confidence() {
  const [level, setLevel] = useState<number>()
  const name = useId()
  return (
    <fieldset className={styles.confidence}>
      <legend>How sure?</legend>
      {levels.map((title, index) => (
        <label key={title}>
          <input type="radio" name={name} checked={level === index} onChange={() => setLevel(index)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  )
}
