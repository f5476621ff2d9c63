import { useImperativeHandle, useState, type KeyboardEvent, type RefObject } from 'react'
import { classNames } from '#ui/kit/class-names.ts'
import type { EditorProps } from './editor-props.ts'
import { editorPieces, positionOf } from './highlight.ts'
import { nextProblem } from './next-problem.ts'
import { Overlay } from './Overlay.tsx'
import styles from './Editor.module.css'

/** Puts a text in place of the selection so that the browser's own undo knows of it. */
function replaceSelection(area: HTMLTextAreaElement, text: string, change: (value: string) => void): void {
  area.focus()
  if (document.execCommand?.('insertText', false, text)) return
  const { selectionStart, selectionEnd, value } = area
  area.setRangeText(text, selectionStart, selectionEnd, 'end')
  if (area.value !== value) change(area.value)
}

type PlainEditorProps = EditorProps & { readonly area: RefObject<HTMLTextAreaElement | null>; readonly problemsId: string }

/** A real text area under a coloured copy of its text. */
export function PlainEditor({ ref, area, problemsId, ...props }: PlainEditorProps) {
  const { language, label, value, onChange, diagnostics, isLocked = false, isSingleLine = false } = props
  const [line, setLine] = useState<number>()
  const pieces = editorPieces(value, language.tokens(value), diagnostics)

  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus(),
    insert: (text) => area.current && replaceSelection(area.current, text, onChange),
    select: ({ from, to }) => {
      area.current?.focus()
      area.current?.setSelectionRange(from, to)
    },
  }))
  const followCaret = () => setLine(positionOf(value, area.current?.selectionStart ?? 0).line)
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'F8') {
      const target = nextProblem(diagnostics, event.currentTarget.selectionStart, event.altKey || event.shiftKey)
      if (target) event.currentTarget.setSelectionRange(target.from, target.to)
      event.preventDefault()
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const isModified = event.ctrlKey || event.metaKey
    if (!isModified && !isSingleLine) return
    event.preventDefault()
    if (isModified && event.shiftKey) props.onCheck?.()
    else props.onRun?.()
  }

  return (
    <div className={classNames(styles.plain, isSingleLine && styles.single)}>
      <div className={styles.sheet}>
        <Overlay pieces={pieces} currentLine={line} isNumbered={!isSingleLine} />
        <textarea
          ref={area}
          className={styles.area}
          aria-label={label}
          aria-invalid={diagnostics.some((diagnostic) => diagnostic.severity === 'error')}
          aria-describedby={diagnostics.length > 0 ? problemsId : undefined}
          value={value}
          rows={1}
          readOnly={isLocked}
          placeholder={props.placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={(event) => {
            onChange(isSingleLine ? event.target.value.replace(/\n/g, ' ') : event.target.value)
            setLine(positionOf(event.target.value, event.target.selectionStart).line)
          }}
          onKeyDown={keys}
          onSelect={followCaret}
          onBlur={() => setLine(undefined)}
        />
      </div>
    </div>
  )
}
