import type { Item } from '#grading/exercise.ts'
import type { ChoicesDifference } from '#grading/verdict.ts'
import styles from './Choices.module.css'

type QuestionsProps = {
  readonly items: readonly Item[]
  readonly chosen: readonly (string | null)[]
  readonly outcome: ChoicesDifference | undefined
  onChoose(index: number, option: string): void
}

/** Questions, each with its options; after a check, which are right. */
export function Questions({ items, chosen, outcome, onChoose }: QuestionsProps) {
  return (
    <section className={styles.questions} aria-label="Your answer">
      {items.map(({ question, options }, index) => {
        const judged = outcome?.questions[index]
        // a choice made or changed since is not the one that was judged
        const isJudged = judged !== undefined && judged.chosen !== null && judged.chosen === chosen[index]
        const isRight = isJudged ? judged.isRight : undefined
        return (
          <fieldset
            key={question}
            className={styles.question}
            data-outcome={isRight === undefined ? undefined : isRight ? 'right' : 'wrong'}
          >
            <legend>
              {question}
              {isRight === undefined ? null : <span className={styles.said}> · {isRight ? 'right' : 'not this one'}</span>}
            </legend>
            <div className={styles.options}>
              {options.map((option) => (
                <label key={option} className={styles.option}>
                  <input
                    type="radio"
                    name={`question-${index}`}
                    checked={chosen[index] === option}
                    onChange={() => onChoose(index, option)}
                  />
                  {option}
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </section>
  )
}
