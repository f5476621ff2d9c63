import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { ChoicesDifference } from '#grading/verdict.ts'
import { useFocusAfterMove } from '../../pieces/use-focus-after-move.ts'
import styles from './Shelves.module.css'
import { useCardDrag } from './use-card-drag.ts'

type ShelvesProps = {
  readonly cards: readonly string[]
  readonly shelves: readonly string[]
  /** The shelf of each card; null where it still lies on the table. */
  readonly places: readonly (string | null)[]
  readonly outcome: ChoicesDifference | undefined
  onPut(card: number, shelf: string | null): void
}

/** Cards on the table and on their shelves. A card is dragged; or picked up by a press and put down by another; or walks by arrow keys. */
export function Shelves({ cards, shelves, places, outcome, onPut }: ShelvesProps) {
  const [picked, setPicked] = useState<number>()
  const [said, setSaid] = useState('')
  const focusNext = useFocusAfterMove(places)
  const put = (card: number, shelf: string | null) => {
    setPicked(undefined)
    focusNext(card)
    setSaid(`${cards[card] ?? ''}: ${shelf ?? 'back on the table'}`)
    onPut(card, shelf)
  }
  const drag = useCardDrag(put)
  const walk = (card: number, steps: number) => {
    const stops = [null, ...shelves]
    const at = stops.indexOf(places[card] ?? null) + steps
    const next = stops[at]
    if (next !== undefined) put(card, next)
  }
  const pile = (shelf: string | null) => (
    <ul>
      {cards.map((text, card) =>
        (places[card] ?? null) !== shelf ? null : (
          <li key={text}>
            <Card
              text={text}
              card={card}
              isPicked={picked === card}
              isDragged={drag.dragged === card}
              isRight={isJudged(outcome, card, shelf) ? outcome?.questions[card]?.isRight : undefined}
              onPick={(isByPointer) => {
                if (!isByPointer || !drag.wasDragged()) setPicked(picked === card ? undefined : card)
              }}
              onGrip={(event) => drag.begin(card, event)}
              onWalk={(steps) => walk(card, steps)}
              onTakeBack={() => put(card, null)}
            />
          </li>
        ),
      )}
    </ul>
  )
  return (
    <section className={styles.sort} aria-label="Your answer">
      <p className={styles.says}>
        Put each card on its shelf: drag it; or press it, then the shelf; or walk it with the arrow keys, Delete takes it back.
      </p>
      <div className={styles.table} data-shelf="">
        <h2>On the table</h2>
        {pile(null)}
        {places.every((shelf) => shelf !== null) && <p className={styles.says}>Every card has its shelf.</p>}
      </div>
      <div className={styles.shelves}>
        {shelves.map((shelf) => (
          <div key={shelf} className={styles.shelf} data-shelf={shelf}>
            <h2>{shelf}</h2>
            {picked !== undefined && places[picked] !== shelf && (
              <button type="button" className={styles.here} aria-label={`Put it here: ${shelf}`} onClick={() => put(picked, shelf)}>
                Put it here
              </button>
            )}
            {pile(shelf)}
          </div>
        ))}
      </div>
      <output className="visually-hidden">{said}</output>
    </section>
  )
}

/** A card put elsewhere since is not where it was judged. */
const isJudged = (outcome: ChoicesDifference | undefined, card: number, shelf: string | null): boolean =>
  shelf !== null && outcome?.questions[card]?.chosen === shelf

type CardProps = {
  readonly text: string
  readonly card: number
  readonly isPicked: boolean
  readonly isDragged: boolean
  readonly isRight: boolean | undefined
  onPick(isByPointer: boolean): void
  onGrip(event: PointerEvent): void
  onWalk(steps: number): void
  onTakeBack(): void
}

function Card({ text, card, isPicked, isDragged, isRight, onPick, onGrip, onWalk, onTakeBack }: CardProps) {
  const keys = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowRight: () => onWalk(1),
      ArrowDown: () => onWalk(1),
      ArrowLeft: () => onWalk(-1),
      ArrowUp: () => onWalk(-1),
      Delete: onTakeBack,
      Backspace: onTakeBack,
    }
    const action = actions[event.key]
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    action()
  }
  return (
    <button
      type="button"
      className={styles.card}
      data-focus={card}
      data-dragged={isDragged || undefined}
      data-outcome={isRight === undefined ? undefined : isRight ? 'right' : 'wrong'}
      aria-pressed={isPicked}
      onClick={(event) => onPick(event.detail > 0)}
      onKeyDown={keys}
      onPointerDown={onGrip}
    >
      {text}
      {isRight !== undefined && <small>{isRight ? 'right' : 'not here'}</small>}
    </button>
  )
}
