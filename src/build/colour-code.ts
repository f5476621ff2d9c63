import { common, createLowlight } from 'lowlight'
import type { Element, RootContent, Text } from 'hast'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import { insights } from '#languages/insights/index.ts'
import type { Language } from '#lib/text/language.ts'
import type { CodeToken, SyntaxStyle } from '#lib/text/prose.ts'

const lowlight = createLowlight(common)

const styles: Readonly<Record<string, SyntaxStyle>> = {
  keyword: 'keyword',
  built_in: 'function',
  title: 'function',
  function: 'function',
  meta: 'keyword',
  tag: 'keyword',
  name: 'keyword',
  'selector-tag': 'keyword',
  section: 'keyword',
  attr: 'field',
  attribute: 'field',
  property: 'field',
  variable: 'field',
  'template-variable': 'field',
  symbol: 'field',
  type: 'field',
  string: 'string',
  number: 'number',
  literal: 'number',
  regexp: 'regex',
  comment: 'comment',
  quote: 'comment',
  operator: 'operator',
  punctuation: 'punctuation',
}

const aliases: Readonly<Record<string, string>> = { console: 'shell', text: 'plaintext', promql: 'plaintext' }

/** Fences named like one of our own languages are coloured by its tokens, not by a guess at their shape. */
const own = new Map([filterPattern, insights].map((language) => [language.id, language]))

/** Code in coloured pieces, or undefined where nobody knows the language. */
export function colourCode(language: string, text: string): readonly CodeToken[] | undefined {
  const ours = own.get(language)
  if (ours !== undefined) return cut(ours, text)
  const name = aliases[language] ?? language
  if (name === 'plaintext' || !lowlight.registered(name)) return undefined
  return merge(lowlight.highlight(name, text).children.flatMap((node) => pieces(node, undefined)))
}

function cut(language: Language, text: string): readonly CodeToken[] {
  const tokens: CodeToken[] = []
  let at = 0
  for (const { from, to, style } of language.tokens(text)) {
    if (from > at) tokens.push({ text: text.slice(at, from) })
    tokens.push({ text: text.slice(from, to), style })
    at = to
  }
  return at < text.length ? [...tokens, { text: text.slice(at) }] : tokens
}

function pieces(node: RootContent | Element | Text, outer: SyntaxStyle | undefined): CodeToken[] {
  if (node.type === 'text') return [token(node.value, outer)]
  if (node.type !== 'element') return []
  const style = styleOf(node) ?? outer
  return node.children.flatMap((child) => pieces(child, style))
}

function styleOf(element: Element): SyntaxStyle | undefined {
  const names = element.properties['className']
  if (!Array.isArray(names)) return undefined
  for (const name of names) {
    const style = styles[String(name).replace(/^hljs-/, '')]
    if (style !== undefined) return style
  }
  return undefined
}

const token = (text: string, style: SyntaxStyle | undefined): CodeToken => (style === undefined ? { text } : { text, style })

function merge(tokens: readonly CodeToken[]): readonly CodeToken[] {
  const merged: CodeToken[] = []
  for (const next of tokens) {
    const last = merged.at(-1)
    if (last !== undefined && last.style === next.style) merged[merged.length - 1] = { ...last, text: last.text + next.text }
    else merged.push(next)
  }
  return merged
}
