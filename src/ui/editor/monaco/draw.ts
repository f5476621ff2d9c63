import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Language } from '#lib/text/language.ts'
import { drawnRange } from '../highlight.ts'
import styles from '../Editor.module.css'
import { monaco, type CodeEditor, type Model } from './monaco.ts'
import { rangeIn } from './providers.ts'

/** Keeps a text coloured by classes, so that a change of theme is the style sheet's own affair. */
export function colour(editor: CodeEditor, language: Language): monaco.IDisposable {
  const collection = editor.createDecorationsCollection()
  const draw = () => {
    const model = editor.getModel()
    if (!model) return
    collection.set(
      language.tokens(model.getValue()).map((token) => ({
        range: rangeIn(model, token),
        options: { inlineClassName: styles[token.style] ?? '', inlineClassNameAffectsLetterSpacing: true },
      })),
    )
  }
  draw()
  const listening = editor.onDidChangeModelContent(draw)
  return {
    dispose: () => {
      listening.dispose()
      collection.clear()
    },
  }
}

const OWNER = 'watchkeeper'

/** Underlines each problem where it is. */
export function mark(model: Model, diagnostics: readonly Diagnostic[]): void {
  const { MarkerSeverity } = monaco
  const markers = diagnostics.map((diagnostic) => ({
    ...rangeIn(model, drawnRange(diagnostic, model.getValueLength())),
    severity: diagnostic.severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: diagnostic.hint === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.hint}`,
  }))
  monaco.editor.setModelMarkers(model, OWNER, markers)
}
