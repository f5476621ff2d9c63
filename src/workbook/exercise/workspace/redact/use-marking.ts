import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { LineMark } from '#grading/exercise.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { isMarked, withWords, type WordAt } from './marked-words.ts'

type MarkingOptions = {
  readonly words: readonly (readonly TextRange[])[]
  readonly marks: readonly LineMark[]
  onChange(marks: readonly LineMark[]): void
}

export type Marking = {
  readonly marks: readonly LineMark[]
  tabIndex(at: WordAt): 0 | -1
  onFocus(at: WordAt): void
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
  /** A click, a tap, Space and Enter. */
  toggle(at: WordAt, isByPointer: boolean): void
  onPointerDown(at: WordAt, event: PointerEvent): void
  onPointerEnter(at: WordAt, event: PointerEvent): void
}

/** Marks words by click, by tap, by dragging across them, and with the keys. */
export function useMarking({ words, marks, onChange }: MarkingOptions): Marking {
  const [active, setActive] = useState<WordAt>({ line: 0, word: 0 })
  const stroke = useStroke()
  const isOn = ({ line, word }: WordAt): boolean => {
    const range = words[line]?.[word]
    return range !== undefined && isMarked(marks, line, range)
  }

  return {
    marks,
    tabIndex: (at) => (at.line === active.line && at.word === active.word ? 0 : -1),
    onFocus: setActive,
    onKeyDown(event) {
      const next = steps[event.key]?.(words, active)
      if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      if (event.shiftKey) onChange(withWords(words, marks, active, next, true))
      event.currentTarget.querySelector<HTMLElement>(`[data-word="${next.line} ${next.word}"]`)?.focus()
    },
    toggle(at, isByPointer) {
      if (!isByPointer || !stroke.wasDrawn()) onChange(withWords(words, marks, at, at, !isOn(at)))
    },
    onPointerDown(at, { pointerType, button }) {
      // a finger that moves scrolls; it marks by taps
      stroke.begin(pointerType === 'touch' || button !== 0 ? undefined : { from: at, isOn: !isOn(at), before: marks })
    },
    onPointerEnter(at, { buttons }) {
      const drawn = buttons === 1 ? stroke.extend() : undefined
      if (drawn !== undefined) onChange(withWords(words, drawn.before, drawn.from, at, drawn.isOn))
    },
  }
}

type Stroke = { readonly from: WordAt; readonly isOn: boolean; readonly before: readonly LineMark[] }

type Pen = {
  begin(stroke: Stroke | undefined): void
  /** The stroke that goes on, while the button is held. */
  extend(): Stroke | undefined
  /** It has left its first word: the click at its end is none. */
  wasDrawn(): boolean
}

function useStroke(): Pen {
  const held = useRef<Stroke>(undefined)
  const isDrawn = useRef(false)
  useEffect(() => {
    const end = () => {
      held.current = undefined
    }
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
    return () => {
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
    }
  }, [])
  return {
    begin(stroke) {
      held.current = stroke
      isDrawn.current = false
    },
    extend() {
      isDrawn.current ||= held.current !== undefined
      return held.current
    },
    wasDrawn: () => isDrawn.current,
  }
}

type Step = (words: MarkingOptions['words'], at: WordAt) => WordAt | undefined

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: (words, { line, word }) =>
    word + 1 < (words[line]?.length ?? 0) ? { line, word: word + 1 } : line + 1 < words.length ? { line: line + 1, word: 0 } : undefined,
  ArrowLeft: (words, { line, word }) =>
    word > 0 ? { line, word: word - 1 } : line > 0 ? { line: line - 1, word: (words[line - 1]?.length ?? 1) - 1 } : undefined,
  ArrowDown: (words, { line, word }) => below(words, line + 1, word),
  ArrowUp: (words, { line, word }) => below(words, line - 1, word),
  Home: (_, { line }) => ({ line, word: 0 }),
  End: (words, { line }) => ({ line, word: (words[line]?.length ?? 1) - 1 }),
}

const below = (words: MarkingOptions['words'], line: number, word: number): WordAt | undefined => {
  const count = words[line]?.length ?? 0
  return count === 0 ? undefined : { line, word: Math.min(word, count - 1) }
}
