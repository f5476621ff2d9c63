import type { Completion, KnownField, Language } from '#lib/text/language.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import { monaco, type Model } from './monaco.ts'

const registered = new Set<string>()
const fieldsOf = new WeakMap<Model, readonly KnownField[]>()

/** The fields a model's text may name, for its suggestions and hovers. */
export const setFields = (model: Model, fields: readonly KnownField[]): void => void fieldsOf.set(model, fields)

/** A range of ours in Monaco's lines and columns. */
export function rangeIn(model: Model, { from, to }: TextRange): monaco.IRange {
  const start = model.getPositionAt(from)
  const end = model.getPositionAt(to)
  return { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column }
}

/** Text that Monaco will read as Markdown, kept as it is. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, '\\$&')

const fenced = (language: string, text: string): string => `${'````'}${language}\n${text}\n${'````'}`

const kindOf = (kind: Completion['kind']): monaco.languages.CompletionItemKind => {
  const { CompletionItemKind } = monaco.languages
  const kinds = {
    command: CompletionItemKind.Keyword,
    keyword: CompletionItemKind.Keyword,
    function: CompletionItemKind.Function,
    field: CompletionItemKind.Field,
    value: CompletionItemKind.Value,
  }
  return kinds[kind]
}

const completionOf = (model: Model, completion: Completion, at: number): monaco.languages.CompletionItem => ({
  label: completion.detail === undefined ? completion.label : { label: completion.label, description: completion.detail },
  kind: kindOf(completion.kind),
  insertText: completion.insert,
  range: rangeIn(model, completion),
  sortText: String(at).padStart(5, '0'),
  filterText: completion.label,
  ...(completion.says === undefined ? {} : { documentation: completion.says }),
  ...(completion.insert.endsWith('(') ? { command: { id: 'editor.action.triggerParameterHints', title: 'Show parameters' } } : {}),
})

/** Behind these a value may be due; nothing else is offered unasked there. */
const beforeValues = [' ', '"', "'", '[', ',']

function provideSuggestions(language: Language): void {
  monaco.languages.registerCompletionItemProvider(language.id, {
    triggerCharacters: ['@', '.', '(', '$', ...beforeValues],
    provideCompletionItems: (model, position, { triggerCharacter = '' }) => {
      const found = language.complete(model.getValue(), model.getOffsetAt(position), fieldsOf.get(model) ?? [])
      const wanted = beforeValues.includes(triggerCharacter) ? found.filter(({ kind }) => kind === 'value') : found
      return { suggestions: wanted.map((completion, at) => completionOf(model, completion, at)) }
    },
  })
}

function provideHovers(language: Language): void {
  monaco.languages.registerHoverProvider(language.id, {
    provideHover: (model, position) => {
      const hover = language.hover(model.getValue(), model.getOffsetAt(position), fieldsOf.get(model) ?? [])
      if (!hover) return null
      const examples = hover.examples.map((example) => ({ value: fenced('', example) }))
      return { range: rangeIn(model, hover), contents: [{ value: fenced('', hover.title) }, { value: plain(hover.says) }, ...examples] }
    },
  })
}

function provideSignatures(language: Language): void {
  monaco.languages.registerSignatureHelpProvider(language.id, {
    signatureHelpTriggerCharacters: ['(', ','],
    signatureHelpRetriggerCharacters: [')'],
    provideSignatureHelp: (model, position) => {
      const signature = language.signature(model.getValue(), model.getOffsetAt(position))
      if (!signature) return null
      const parameters = signature.parameters.map(({ label, says }) => ({ label, documentation: says }))
      const value = {
        signatures: [{ label: signature.label, documentation: signature.says, parameters }],
        activeSignature: 0,
        activeParameter: signature.active,
      }
      return { value, dispose: () => undefined }
    },
  })
}

/** Makes a language of ours known to Monaco, once. */
export function register(language: Language): void {
  if (registered.has(language.id)) return
  registered.add(language.id)
  monaco.languages.register({ id: language.id })
  monaco.languages.setLanguageConfiguration(language.id, {
    brackets: [
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
    ],
    wordPattern: /[@$]?[\w.-]+/,
  })
  provideSuggestions(language)
  provideHovers(language)
  provideSignatures(language)
}
