import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useDark } from '#ui/preferences.ts'
import type { EditorProps } from '../editor-props.ts'
import { nextProblem } from '../next-problem.ts'
import { colour, mark } from './draw.ts'
import { monaco, MonacoReact, type CodeEditor } from './monaco.ts'
import { optionsFor } from './options.ts'
import { rangeIn, register, setFields } from './providers.ts'
import { replay } from './replay.ts'
import { applyTheme } from './theme.ts'

/** What was typed before, and where the caret is now. */
type Handover = { readonly history: readonly string[]; readonly from: number; readonly to: number }

/** Monaco, drawn but not yet seen. */
export type StandingEditor = { takeOver(handover: Handover): void; focus(): void }

export type MonacoEditorProps = EditorProps & { onReady(editor: StandingEditor): void }

const SINGLE_LINE = 54
const THREE_LINES = 102

/** Monaco over a language of ours. */
export default function MonacoEditor({ ref, ...props }: MonacoEditorProps) {
  const { language, value, diagnostics, fields, isSingleLine = false } = props
  const [editor, setEditor] = useState<CodeEditor>()
  const [height, setHeight] = useState(isSingleLine ? SINGLE_LINE : THREE_LINES)
  const latest = useRef(props)
  const told = useRef<string[]>([])
  const isReplacing = useRef(false)
  const isDark = useDark()

  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    // what was told comes back a render later, when more may have been typed: only a text from elsewhere goes into the editor
    const at = told.current.indexOf(value)
    if (at >= 0 && editor?.getValue() !== value) {
      told.current = told.current.slice(at + 1)
      return
    }
    // what came from elsewhere is not said again: two tabs would answer each other for ever
    isReplacing.current = true
    if (editor) replaceText(editor, value)
    isReplacing.current = false
    told.current = []
  }, [editor, value])
  useEffect(() => applyTheme(isDark), [isDark])
  useEffect(() => {
    const model = editor?.getModel()
    if (model) mark(model, diagnostics)
  }, [editor, diagnostics, value])
  useEffect(() => {
    const model = editor?.getModel()
    if (model) setFields(model, fields ?? [])
  }, [editor, fields])
  useEffect(() => {
    if (!editor) return undefined
    const drawn = [colour(editor, language), ...wire(editor, () => latest.current, setHeight)]
    latest.current.onReady({ takeOver: (handover) => takeOver(editor, handover), focus: () => editor.focus() })
    return () => {
      for (const one of drawn) one.dispose()
    }
  }, [editor, language])
  useImperativeHandle(ref, () => handleOf(() => editor))

  return (
    <MonacoReact
      height={height}
      language={language.id}
      defaultValue={value}
      theme="house"
      loading={null}
      options={{
        ...optionsFor(isSingleLine),
        ariaLabel: props.label,
        readOnly: props.isLocked ?? false,
        placeholder: props.placeholder ?? '',
      }}
      beforeMount={() => {
        register(language)
        applyTheme(isDark)
      }}
      onMount={setEditor}
      onChange={(text = '') => {
        if (isReplacing.current) return
        const said = isSingleLine ? text.replace(/\r?\n/g, ' ') : text
        if (said === text) told.current.push(said)
        props.onChange(said)
      }}
    />
  )
}

function replaceText(editor: CodeEditor, text: string): void {
  const model = editor.getModel()
  if (!model || model.getValue() === text) return
  model.pushStackElement()
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text, forceMoveMarkers: true }], () => null)
  model.pushStackElement()
}

function takeOver(editor: CodeEditor, { history, from, to }: Handover): void {
  const model = editor.getModel()
  if (!model) return
  replay(model, history)
  editor.setSelection(rangeIn(model, { from, to }))
}

/** Keys and size; `latest` because Monaco keeps what it is given. */
function wire(editor: CodeEditor, latest: () => MonacoEditorProps, setHeight: (height: number) => void): readonly monaco.IDisposable[] {
  const { KeyMod, KeyCode } = monaco
  const least = latest().isSingleLine ? SINGLE_LINE : THREE_LINES
  const resize = () => setHeight(Math.max(least, editor.getContentHeight()))
  const go = (isBackwards: boolean) => {
    const model = editor.getModel()
    const position = editor.getPosition()
    if (!model || !position) return
    const problem = nextProblem(latest().diagnostics, model.getOffsetAt(position), isBackwards)
    if (problem) editor.setSelection(rangeIn(model, problem))
  }
  editor.getModel()?.setEOL(monaco.editor.EndOfLineSequence.LF)
  resize()
  const action = (id: string, label: string, keybindings: number[], run: () => void, precondition?: string) =>
    editor.addAction({ id, label, keybindings, run, ...(precondition === undefined ? {} : { precondition }) })
  return [
    editor.onDidContentSizeChange(resize),
    action('house.run', 'Run', [KeyMod.CtrlCmd | KeyCode.Enter], () => latest().onRun?.()),
    action('house.check', 'Check', [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter], () => latest().onCheck?.()),
    action('house.next', 'Next problem', [KeyCode.F8], () => go(false)),
    action('house.previous', 'Previous problem', [KeyMod.Alt | KeyCode.F8], () => go(true)),
    ...(latest().isSingleLine ? [action('house.enter', 'Run', [KeyCode.Enter], () => latest().onRun?.(), '!suggestWidgetVisible')] : []),
  ]
}

const handleOf = (editor: () => CodeEditor | undefined) => ({
  focus: () => editor()?.focus(),
  insert: (text: string) => {
    const selection = editor()?.getSelection()
    if (selection) editor()?.executeEdits('insert', [{ range: selection, text, forceMoveMarkers: true }])
    editor()?.focus()
  },
  select: ({ from, to }: { readonly from: number; readonly to: number }) => {
    const model = editor()?.getModel()
    if (model) editor()?.setSelection(rangeIn(model, { from, to }))
    editor()?.focus()
  },
})
