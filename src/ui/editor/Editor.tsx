import { useImperativeHandle, useRef } from 'react'
import type { TextRange } from '#lib/text-range.ts'
import type { EditorHandle, EditorProps } from './editor-props.ts'
import { PlainEditor } from './PlainEditor.tsx'
import { Problems } from './Problems.tsx'
import styles from './Editor.module.css'

/** The editor of every language: a text area at once. */
export function Editor({ ref, ...props }: EditorProps) {
  const handle = useRef<EditorHandle>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({
    focus: () => handle.current?.focus(),
    insert: (text) => handle.current?.insert(text),
    select: (range) => handle.current?.select(range),
  }))
  const go = (range: TextRange) => handle.current?.select(range)
  return (
    <div className={styles.editor}>
      <PlainEditor {...props} ref={handle} area={area} />
      {props.diagnostics.length === 0 ? null : <Problems text={props.value} diagnostics={props.diagnostics} onGo={go} />}
    </div>
  )
}
