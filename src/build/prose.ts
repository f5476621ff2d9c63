import type { BlockContent, Code, DefinitionContent, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { invariant } from '#lib/invariant.ts'
import type { Block, Inline, Prose } from '#lib/text/prose.ts'
import { colourCode } from './colour-code.ts'

/** What is wrong with an author's file: the line counts from 1 in the whole file. */
export type Problem = { readonly line: number; readonly message: string }

export type ProseOptions = {
  /** The line of the file on which the text begins; 1 when left out. */
  readonly firstLine?: number
  /** Given each HTML comment; without it a comment is left out in silence. */
  readonly onComment?: (text: string, line: number) => void
  /** Rewrites the address of a link or picture. */
  readonly address?: (url: string, line: number) => string
}

type Context = Required<Pick<ProseOptions, 'firstLine'>> & ProseOptions & { readonly problems: Problem[] }
type Node = RootContent | BlockContent | DefinitionContent | PhrasingContent | ListItem

/** Markdown (CommonMark and tables) as a tree. */
export const parseMarkdown = (markdown: string): readonly RootContent[] =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }).children

/** Markdown as `Prose`; raw HTML is a problem, never passed on. */
export function toProse(markdown: string, options: ProseOptions = {}): { readonly prose: Prose; readonly problems: readonly Problem[] } {
  return nodesToProse(parseMarkdown(markdown), options)
}

/** The same from nodes of a tree, for who has to cut it first. */
export function nodesToProse(
  nodes: readonly RootContent[],
  options: ProseOptions = {},
): { readonly prose: Prose; readonly problems: readonly Problem[] } {
  const context: Context = { firstLine: 1, ...options, problems: [] }
  return { prose: nodes.flatMap((node) => block(node, context)), problems: context.problems }
}

/** The words alone. */
export { proseText as plainText, textOf as inlineText } from '#grading/feedback/plain-text.ts'

const lineOf = (node: Node, context: Context): number => context.firstLine + (node.position?.start.line ?? 1) - 1

function problem(node: Node, context: Context, message: string): [] {
  context.problems.push({ line: lineOf(node, context), message })
  return []
}

function block(node: RootContent, context: Context): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node.children, context)
    case 'heading':
      return [{ kind: 'heading', level: node.depth, children: inlines(node.children, context) }]
    case 'list':
      return [list(node, context)]
    case 'blockquote':
      return [{ kind: 'quote', children: node.children.flatMap((child) => block(child, context)) }]
    case 'code':
      return [code(node)]
    case 'table':
      return [table(node, context)]
    case 'html':
      return html(node.value, node, context)
    case 'thematicBreak':
      return problem(node, context, 'a rule has no meaning here; take "---" out')
    default:
      return problem(node, context, `cannot use ${node.type} here`)
  }
}

// A picture that stands alone is a block of its own.
function paragraph(children: readonly PhrasingContent[], context: Context): Block[] {
  const [only] = children
  if (children.length === 1 && only?.type === 'image') {
    if (!only.alt) return problem(only, context, `the picture "${only.url}" needs a description: ![what it shows](${only.url})`)
    return [{ kind: 'image', source: address(only.url, only, context), description: only.alt }]
  }
  const inner = inlines(children, context)
  return inner.length === 0 ? [] : [{ kind: 'paragraph', children: inner }]
}

const list = (node: List, context: Context): Block => ({
  kind: 'list',
  ordered: node.ordered === true,
  items: node.children.map((item) => item.children.flatMap((child) => block(child, context))),
})

function code(node: Code): Block {
  const language = node.lang ?? ''
  const tokens = colourCode(language, node.value)
  return { kind: 'code', language, info: node.meta ?? '', text: node.value, ...(tokens === undefined ? {} : { tokens }) }
}

function table(node: Table, context: Context): Block {
  const rows = node.children.map((row) => row.children.map((cell) => inlines(cell.children, context)))
  const [head, ...rest] = rows
  invariant(head !== undefined, 'cannot read a table: it has no head')
  return { kind: 'table', head, rows: rest }
}

function html(value: string, node: Node, context: Context): [] {
  const comment = /^<!--([\s\S]*?)-->$/.exec(value.trim())
  if (comment === null) return problem(node, context, `HTML is not passed on: ${JSON.stringify(value.split('\n')[0])}; write Markdown`)
  context.onComment?.((comment[1] ?? '').trim(), lineOf(node, context))
  return []
}

const inlines = (children: readonly PhrasingContent[], context: Context): readonly Inline[] =>
  children.flatMap((child) => inline(child, context))

function inline(node: PhrasingContent, context: Context): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value.replaceAll('\n', ' ') }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }]
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: inlines(node.children, context) }]
    case 'link':
      return [{ kind: 'link', url: address(node.url, node, context), children: inlines(node.children, context) }]
    case 'break':
      return [{ kind: 'break' }]
    case 'html':
      return html(node.value, node, context)
    case 'image':
      return problem(node, context, 'a picture stands on a line of its own')
    default:
      return problem(node, context, `cannot use ${node.type} here`)
  }
}

function address(url: string, node: Node, context: Context): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined && !['http', 'https', 'mailto'].includes(scheme)) {
    problem(node, context, `cannot link to "${scheme}:" addresses`)
    return ''
  }
  return context.address?.(url, lineOf(node, context)) ?? url
}
