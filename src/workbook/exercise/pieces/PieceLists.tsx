import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown'
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp'
import IconGripVertical from '@tabler/icons-react/icons/IconGripVertical'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconX from '@tabler/icons-react/icons/IconX'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { moved } from './pieces.ts'
import styles from './PieceLists.module.css'
import { usePieceDrag } from './use-piece-drag.ts'
import { useFocusAfterMove } from './use-focus-after-move.ts'

type PieceListsProps = {
  readonly pieces: readonly string[]
  /** The pieces in use, by index, in their order. */
  readonly order: readonly number[]
  onChange(order: readonly number[]): void
}

/** Two lists: the answer, put together from above to below, and what is left. Drag, buttons and keys do the same. */
export function PieceLists({ pieces, order, onChange }: PieceListsProps) {
  const list = useRef<HTMLOListElement>(null)
  const latest = useRef(order)
  useEffect(() => {
    latest.current = order
  }, [order])
  const [said, setSaid] = useState('')
  const focusNext = useFocusAfterMove(order)
  const name = (piece: number): string => pieces[piece] ?? ''
  const left = pieces.flatMap((_, piece) => (order.includes(piece) ? [] : [piece]))

  const change = (next: readonly number[], words: string) => {
    latest.current = next
    onChange(next)
    setSaid(words)
  }
  const place = (piece: number, at: number | undefined) => {
    const rest = latest.current.filter((other) => other !== piece)
    const next = at === undefined ? rest : [...rest.slice(0, at), piece, ...rest.slice(at)]
    if (next.join() === latest.current.join()) return
    latest.current = next
    onChange(next)
  }
  const drag = usePieceDrag(list, place, (piece) => setSaid(whereIs(name(piece), latest.current.indexOf(piece), latest.current.length)))
  const move = (piece: number, to: number) => {
    const next = moved(order, order.indexOf(piece), to)
    if (next === order) return
    focusNext(piece)
    change(next, whereIs(name(piece), to, next.length))
  }
  const use = (piece: number) => {
    focusNext(piece)
    change([...order, piece], whereIs(name(piece), order.length, order.length + 1))
  }
  const takeOut = (piece: number) => {
    focusNext(piece)
    change(
      order.filter((other) => other !== piece),
      `${name(piece)}: taken out`,
    )
  }
  return (
    <section className={styles.bench} aria-label="Your answer">
      <p className={styles.says}>Put the pieces in order: drag them, use the buttons, or press the arrow keys on a handle.</p>
      <ol ref={list} className={styles.answer} aria-label="In use, in order">
        {order.map((piece, at) => (
          <UsedPiece
            key={piece}
            piece={piece}
            text={name(piece)}
            at={at}
            count={order.length}
            isDragged={drag.dragged === piece}
            onMove={(to) => move(piece, to)}
            onTakeOut={() => takeOut(piece)}
            onGrip={(event) => drag.begin(piece, event)}
          />
        ))}
        {order.length === 0 && <li className={styles.empty}>Nothing here yet. Take the first piece from below.</li>}
      </ol>
      <ul className={styles.tray} aria-label="Left over">
        {left.map((piece) => (
          <li key={piece}>
            <button type="button" className={styles.spare} data-focus={piece} aria-label={`Use: ${name(piece)}`} onClick={() => use(piece)}>
              <IconPlus size={16} stroke={1.8} aria-hidden />
              <code>{name(piece)}</code>
            </button>
          </li>
        ))}
        {left.length === 0 && <li className={styles.all}>Every piece is in use.</li>}
      </ul>
      <output className="visually-hidden">{said}</output>
    </section>
  )
}

const whereIs = (name: string, at: number, count: number): string => (at < 0 ? `${name}: taken out` : `${name}: now ${at + 1} of ${count}`)

type UsedPieceProps = {
  readonly piece: number
  readonly text: string
  readonly at: number
  readonly count: number
  readonly isDragged: boolean
  onMove(to: number): void
  onTakeOut(): void
  onGrip(event: PointerEvent): void
}

function UsedPiece({ piece, text, at, count, isDragged, onMove, onTakeOut, onGrip }: UsedPieceProps) {
  const keys = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowUp: () => onMove(at - 1),
      ArrowDown: () => onMove(at + 1),
      Home: () => onMove(0),
      End: () => onMove(count - 1),
      Delete: onTakeOut,
      Backspace: onTakeOut,
    }
    const action = actions[event.key]
    if (action === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    action()
  }
  return (
    <li className={styles.piece} data-piece={piece} data-dragged={isDragged || undefined}>
      <button
        type="button"
        className={styles.grip}
        data-focus={piece}
        aria-label={`${text}: ${at + 1} of ${count}, arrow keys move it, Delete takes it out`}
        onKeyDown={keys}
        onPointerDown={onGrip}
      >
        <IconGripVertical size={18} stroke={1.8} aria-hidden />
      </button>
      <code>{text}</code>
      <span className={styles.moves}>
        <button type="button" aria-label={`Move up: ${text}`} disabled={at === 0} onClick={() => onMove(at - 1)}>
          <IconArrowUp size={17} stroke={1.8} aria-hidden />
        </button>
        <button type="button" aria-label={`Move down: ${text}`} disabled={at === count - 1} onClick={() => onMove(at + 1)}>
          <IconArrowDown size={17} stroke={1.8} aria-hidden />
        </button>
        <button type="button" aria-label={`Take out: ${text}`} onClick={onTakeOut}>
          <IconX size={17} stroke={1.8} aria-hidden />
        </button>
      </span>
    </li>
  )
}
