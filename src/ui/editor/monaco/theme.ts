import { monaco } from './monaco.ts'

const NAME = 'house'

/** Monaco takes colours as `#rrggbb` only; a custom property may hold any of CSS's ways to write one. */
function hexOf(variable: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(variable).trim()
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(value)
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : value
}

/** Draws every Monaco on the page in the house's colours as they are now. */
export function applyTheme(isDark: boolean): void {
  const surface = hexOf('--surface')
  const sunken = hexOf('--sunken')
  const ink = hexOf('--ink')
  const line = hexOf('--line-strong')
  monaco.editor.defineTheme(NAME, {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': surface,
      'editor.foreground': ink,
      'editor.lineHighlightBackground': sunken,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': hexOf('--lamp-soft'),
      'editorCursor.foreground': ink,
      'editorLineNumber.foreground': hexOf('--muted'),
      'editorLineNumber.activeForeground': ink,
      'editorError.foreground': hexOf('--alarm'),
      'editorWarning.foreground': hexOf('--warn'),
      'editorBracketMatch.background': hexOf('--accent-soft'),
      'editorBracketMatch.border': hexOf('--accent'),
      'editorBracketHighlight.foreground1': ink,
      'editorBracketHighlight.foreground2': ink,
      'editorBracketHighlight.foreground3': ink,
      'editorBracketHighlight.unexpectedBracket.foreground': ink,
      'editorWidget.background': surface,
      'editorWidget.foreground': ink,
      'editorWidget.border': line,
      'editorHoverWidget.background': surface,
      'editorHoverWidget.border': line,
      'editorSuggestWidget.background': surface,
      'editorSuggestWidget.border': line,
      'editorSuggestWidget.foreground': ink,
      'editorSuggestWidget.selectedBackground': hexOf('--accent-soft'),
      'editorSuggestWidget.selectedForeground': ink,
      'editorSuggestWidget.highlightForeground': hexOf('--accent'),
      'editorSuggestWidget.focusHighlightForeground': hexOf('--accent'),
      'input.background': surface,
      'input.foreground': ink,
      'input.border': line,
      'list.hoverBackground': sunken,
      focusBorder: hexOf('--accent'),
      'editor.placeholder.foreground': hexOf('--muted'),
    },
  })
  monaco.editor.setTheme(NAME)
}
