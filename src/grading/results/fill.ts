import type { Block, Inline, Prose } from '#lib/text/prose.ts'
import type { Comparison } from './compare.ts'
import { grouped, keyOf } from './explain.ts'
import type { Cell } from '../verdict.ts'

/** What a misconception's words may name. */
export type Figures = {
  readonly where: string
  /** Inline, as text. */
  readonly texts: Readonly<Record<string, string>>
  /** On a line of its own, as a whole row or event. */
  readonly blocks: Readonly<Record<string, Block>>
}

/** Figures of the first difference. */
export function figuresOf(difference: Comparison | undefined, isHere: boolean): Figures {
  const where = isHere ? 'Here' : 'On another log'
  if (difference === undefined || difference.kind === 'refused') return { where, texts: {}, blocks: {} }
  if (difference.kind === 'columns') return { where, ...columnFigures(difference) }
  const totals = { 'rows.yours': grouped(difference.yoursTotal), 'rows.expected': grouped(difference.expectedTotal) }
  if (difference.kind === 'events') {
    const yours = difference.events.find((event) => event.state === 'extra') ?? difference.events[0]
    const expected = difference.events.find((event) => event.state === 'missing') ?? difference.events[0]
    const texts = { 'first.key': timeOf(yours?.timestamp), 'first.yours': yours?.message ?? '', 'first.expected': expected?.message ?? '' }
    return {
      where,
      texts: { ...texts, ...totals },
      blocks: { 'first.yours': line(texts['first.yours']), 'first.expected': line(texts['first.expected']) },
    }
  }
  const [first] = difference.rows
  const texts = {
    'first.key': keyOf(first),
    'first.yours': firstDiffering(first?.yours),
    'first.expected': firstDiffering(first?.expected),
  }
  return {
    where,
    texts: { ...texts, ...totals },
    blocks: { 'first.yours': row(difference.columns, first?.yours), 'first.expected': row(difference.columns, first?.expected) },
  }
}

function columnFigures(difference: Extract<Comparison, { kind: 'columns' }>): Omit<Figures, 'where'> {
  const { yours, expected } = difference
  const texts = {
    'first.key': difference.missing[0] ?? difference.extra[0] ?? '',
    'first.yours': yours.columns.join(', '),
    'first.expected': expected.columns.join(', '),
    'rows.yours': grouped(yours.rows.length),
    'rows.expected': grouped(expected.rows.length),
  }
  const first = (table: typeof yours): Block =>
    row(
      table.columns,
      table.rows[0]?.map((text) => ({ text: text ?? '', differs: false })),
    )
  return { texts, blocks: { 'first.yours': first(yours), 'first.expected': first(expected) } }
}

const timeOf = (timestamp: number | undefined): string =>
  timestamp === undefined ? '' : `${new Date(timestamp).toISOString().slice(11, 19)} UTC`

const firstDiffering = (cells: readonly Cell[] | undefined): string => {
  const text = (cells?.find((cell) => cell.differs) ?? cells?.[0])?.text
  return text === undefined ? 'nothing' : text === '' ? 'empty' : text
}

const line = (text: string): Block => ({ kind: 'code', language: 'lines', info: '', text })

function row(columns: readonly string[], cells: readonly Cell[] | undefined): Block {
  if (cells === undefined) return { kind: 'paragraph', children: [{ kind: 'text', text: 'No row at all.' }] }
  const inlines = (text: string): readonly Inline[] => [{ kind: 'text', text }]
  return { kind: 'table', head: columns.map(inlines), rows: [cells.map((cell) => inlines(cell.text))] }
}

/** Prose with its `{{...}}` filled in. */
export const fill = (prose: Prose, figures: Figures): Prose => prose.map((block) => fillBlock(block, figures))

function fillBlock(block: Block, figures: Figures): Block {
  switch (block.kind) {
    case 'paragraph': {
      const [only] = block.children
      const alone = block.children.length === 1 && only?.kind === 'text' ? /^\s*\{\{([\w.]+)\}\}\s*$/.exec(only.text)?.[1] : undefined
      return (
        (alone === undefined ? undefined : figures.blocks[alone]) ?? {
          ...block,
          children: block.children.map((inline) => fillInline(inline, figures)),
        }
      )
    }
    case 'heading':
      return { ...block, children: block.children.map((inline) => fillInline(inline, figures)) }
    case 'list':
      return { ...block, items: block.items.map((item) => fill(item, figures)) }
    case 'quote':
      return { ...block, children: fill(block.children, figures) }
    case 'code':
      return { ...block, text: fillText(block.text, figures) }
    default:
      return block
  }
}

function fillInline(inline: Inline, figures: Figures): Inline {
  if ('children' in inline) return { ...inline, children: inline.children.map((child) => fillInline(child, figures)) }
  return inline.kind === 'break' ? inline : { ...inline, text: fillText(inline.text, figures) }
}

/** Text with its `{{...}}` filled in. */
export const fillText = (text: string, figures: Figures): string =>
  text.replace(/\{\{([\w.]+)\}\}/g, (whole, name: string) => (name === 'where' ? figures.where : (figures.texts[name] ?? whole)))
