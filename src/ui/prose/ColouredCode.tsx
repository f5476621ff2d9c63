import { filterPattern } from '#languages/filter-pattern/index.ts'
import { insights } from '#languages/insights/index.ts'
import type { Language } from '#lib/text/language.ts'
import type { CodeToken } from '#lib/text/prose.ts'
import { CodeBlock } from './CodeBlock.tsx'

const languages: Readonly<Record<string, Language>> = { 'filter-pattern': filterPattern, insights }

/** A learner's or an author's text, coloured as the editor colours it. */
export function ColouredCode({ language, text }: { readonly language: string; readonly text: string }) {
  return <CodeBlock text={text} tokens={colour(languages[language], text)} />
}

function colour(language: Language | undefined, text: string): readonly CodeToken[] | undefined {
  if (language === undefined) return undefined
  const pieces: CodeToken[] = []
  let at = 0
  for (const { from, to, style } of language.tokens(text)) {
    if (from > at) pieces.push({ text: text.slice(at, from) })
    pieces.push({ text: text.slice(from, to), style })
    at = to
  }
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces
}
