import { never } from '#lib/invariant.ts'
import type { Block, Inline, Prose } from '#lib/text/prose.ts'

/** The words of a prose alone. */
export const proseText = (prose: Prose): string => prose.map(blockText).join('\n')

export const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => ('children' in inline ? textOf(inline.children) : inline.kind === 'break' ? ' ' : inline.text)).join('')

function blockText(node: Block): string {
  switch (node.kind) {
    case 'paragraph':
    case 'heading':
      return textOf(node.children)
    case 'list':
      return node.items.map(proseText).join('\n')
    case 'quote':
      return proseText(node.children)
    case 'code':
      return node.text
    case 'image':
      return node.description
    case 'table':
      return [node.head, ...node.rows].map((cells) => cells.map(textOf).join(' ')).join('\n')
    default:
      return never(node)
  }
}
