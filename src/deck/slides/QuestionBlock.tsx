import { Button } from '#ui/kit/Button.tsx'
import { classNames } from '#ui/kit/class-names.ts'
import { handsIn, type Question, type Tally } from '#deck/session/tally.ts'
import { Face } from './Face.tsx'
import styles from './QuestionBlock.module.css'

export type QuestionActions = { onHand(option: number, by: 1 | -1): void; onToggleHidden(): void; onNextRound(): void }

type QuestionBlockProps = {
  readonly question: Question
  readonly tally: Tally | undefined
  /** What the question is about, before it is run. */
  readonly ahead: string | undefined
  /** Left out where nobody counts. */
  readonly actions?: QuestionActions | undefined
  /** There is room for the counts beside the options. */
  readonly isWide?: boolean
}

/** A question to the room with its options, and the hands counted for each. */
export function QuestionBlock({ question, tally, ahead, actions, isWide = false }: QuestionBlockProps) {
  const hands = handsIn(tally?.rounds.at(-1) ?? [])
  return (
    <fieldset className={styles.question} data-wide={isWide} aria-label={question.text}>
      <p className={styles.text}>{question.text}</p>
      {ahead !== undefined && <pre className={styles.ahead}>{ahead}</pre>}
      <ol className={styles.options}>
        {question.options.map((option, at) => (
          <Option key={option} text={option} at={at} question={question} tally={tally} actions={actions} />
        ))}
      </ol>
      {actions !== undefined && (tally !== undefined || question.faces) && (
        <p className={styles.total}>
          <span aria-live="polite">{hands === 1 ? '1 hand' : `${hands} hands`}</span>
          <Button size="small" look="quiet" onClick={actions.onToggleHidden} aria-keyshortcuts="h">
            {tally?.isHidden ? 'Show counts' : 'Hide counts'}
          </Button>
          <Button size="small" look="quiet" onClick={actions.onNextRound} aria-keyshortcuts="r">
            {tally?.rounds.length === 2 ? 'Start over' : 'Second round'}
          </Button>
        </p>
      )}
    </fieldset>
  )
}

type OptionProps = {
  readonly text: string
  readonly at: number
  readonly question: Question
  readonly tally: Tally | undefined
  readonly actions: QuestionActions | undefined
}

function Option({ text, at, question, tally, actions }: OptionProps) {
  const isRight = question.answer === at
  const words = (
    <>
      <span className={styles.number}>{at + 1}</span>
      {question.faces && <Face level={at} />}
      <span className={styles.words}>{text}</span>
      {isRight && <span className={styles.right}>✓ so it is</span>}
    </>
  )
  const count = (event: { readonly shiftKey: boolean }): void => actions?.onHand(at, event.shiftKey ? -1 : 1)
  return (
    <li className={classNames(styles.option, isRight && styles.answer, question.isAnswered && !isRight && styles.past)}>
      {actions === undefined ? (
        <span className={styles.row}>{words}</span>
      ) : (
        <button
          type="button"
          className={styles.row}
          onClick={count}
          aria-keyshortcuts={String(at + 1)}
          title="Count a hand; with Shift, take one back"
        >
          {words}
        </button>
      )}
      {tally !== undefined && !tally.isHidden && <Hands tally={tally} at={at} />}
    </li>
  )
}

/** One bar a round, with its number: the second round stands under the first. */
function Hands({ tally, at }: { readonly tally: Tally; readonly at: number }) {
  const most = Math.max(1, ...tally.rounds.flat())
  return (
    <span className={styles.hands}>
      {tally.rounds.map((round, index) => (
        <span key={index} className={styles.round}>
          <span className={styles.bar} data-round={index + 1} style={{ inlineSize: `${(100 * (round[at] ?? 0)) / most}%` }} />
          <span className={styles.count}>
            {tally.rounds.length > 1 && <span className="visually-hidden">round {index + 1}: </span>}
            {round[at] ?? 0}
            <span className="visually-hidden"> hands</span>
          </span>
        </span>
      ))}
    </span>
  )
}
