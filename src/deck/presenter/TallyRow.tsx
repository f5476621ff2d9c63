import { handsIn, type Question, type Tally } from '#deck/session/tally.ts'
import type { QuestionActions } from '#deck/slides/QuestionBlock.tsx'
import styles from './Presenter.module.css'

type TallyRowProps = { readonly question: Question; readonly tally: Tally | undefined; readonly actions: QuestionActions }

/** The hands of the round in hand; the counts stand here even while the room must not see them. */
export function TallyRow({ question, tally, actions }: TallyRowProps) {
  const round = tally?.rounds.at(-1) ?? question.options.map(() => 0)
  return (
    <div className={styles.tally}>
      <p>
        <strong>{question.text}</strong> keys 1 to {question.options.length} count a hand, Shift takes one back
        {tally?.rounds.length === 2 && ' · second round'}
      </p>
      <div className={styles.cells}>
        {question.options.map((option, at) => (
          <button key={option} type="button" onClick={(event) => actions.onHand(at, event.shiftKey ? -1 : 1)} title={option}>
            <span>
              {at + 1}
              <span className="visually-hidden">: {option}</span>
            </span>
            <strong>{round[at] ?? 0}</strong>
          </button>
        ))}
        <p>
          <span>hands</span>
          <strong>{handsIn(round)}</strong>
        </p>
      </div>
    </div>
  )
}
