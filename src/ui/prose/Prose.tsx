import type { Block, Prose as ProseText } from '#lib/text/prose.ts'
import { never } from '#lib/invariant.ts'
import { CodeBlock } from './CodeBlock.tsx'
import { Inlines } from './Inlines.tsx'
import styles from './Prose.module.css'

type ProseProps = {
  readonly prose: ProseText
  /** The level of the author's first heading on this page; deeper ones follow. */
  readonly headingLevel?: 2 | 3 | 4
  readonly className?: string
}

/** Draws what an author wrote, as elements. */
export function Prose({ prose, headingLevel = 2, className }: ProseProps) {
  return (
    <div className={className === undefined ? styles.prose : `${styles.prose} ${className}`}>
      <Blocks blocks={prose} headingLevel={headingLevel} />
    </div>
  )
}

function Blocks({ blocks, headingLevel }: { readonly blocks: ProseText; readonly headingLevel: number }) {
  return blocks.map((block, index) => <BlockElement key={index} block={block} headingLevel={headingLevel} />)
}

function BlockElement({ block, headingLevel }: { readonly block: Block; readonly headingLevel: number }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      )
    case 'heading':
      return <Heading block={block} headingLevel={headingLevel} />
    case 'list':
      return <List block={block} headingLevel={headingLevel} />
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} headingLevel={headingLevel} />
        </blockquote>
      )
    case 'code':
      return <CodeBlock text={block.text} tokens={block.tokens} />
    case 'image':
      return <img src={block.source} alt={block.description} />
    case 'table':
      return <Table block={block} />
    default:
      return never(block)
  }
}

function Heading({ block, headingLevel }: { readonly block: Extract<Block, { kind: 'heading' }>; readonly headingLevel: number }) {
  const level = Math.min(6, headingLevel + Math.max(0, block.level - 2))
  const children = <Inlines inlines={block.children} />
  if (level === 2) return <h2>{children}</h2>
  if (level === 3) return <h3>{children}</h3>
  if (level === 4) return <h4>{children}</h4>
  return level === 5 ? <h5>{children}</h5> : <h6>{children}</h6>
}

function List({ block, headingLevel }: { readonly block: Extract<Block, { kind: 'list' }>; readonly headingLevel: number }) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <ListItem item={item} headingLevel={headingLevel} />
    </li>
  ))
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** An item of one paragraph stands without the paragraph's margins. */
function ListItem({ item, headingLevel }: { readonly item: ProseText; readonly headingLevel: number }) {
  const [only, ...rest] = item
  if (only?.kind === 'paragraph' && rest.length === 0) return <Inlines inlines={only.children} />
  return <Blocks blocks={item} headingLevel={headingLevel} />
}

function Table({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell, index) => (
              <th key={index} scope="col">
                <Inlines inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index}>
                  <Inlines inlines={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
