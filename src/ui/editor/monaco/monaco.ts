import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/longLinesHelper/register'
import 'monaco-editor/features/parameterHints/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/readOnlyMessage/register'
// The feature of that name brings the inline kind only.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/wordOperations/register'
import { loader } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor/editor.api'

declare global {
  interface Window {
    MonacoEnvironment?: { getWorker(): Worker }
  }
}

// Without these two Monaco would be fetched from a public server.
window.MonacoEnvironment = { getWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) }
loader.config({ monaco })

export { monaco }
export { Editor as MonacoReact } from '@monaco-editor/react'
export type CodeEditor = monaco.editor.IStandaloneCodeEditor
export type Model = monaco.editor.ITextModel
