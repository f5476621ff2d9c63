import IconExternalLink from '@tabler/icons-react/icons/IconExternalLink'
import type { ReactNode } from 'react'
import { never } from '#lib/invariant.ts'
import type { Inline } from '#lib/text/prose.ts'
import styles from './Prose.module.css'

/** A run of an author's text without a block around it. */
export function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <InlineElement key={index} inline={inline} />)
}

function InlineElement({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code className={styles.code}>{inline.text}</code>
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      )
    case 'link':
      return (
        <ProseLink url={inline.url}>
          <Inlines inlines={inline.children} />
        </ProseLink>
      )
    case 'break':
      return <br />
    default:
      return never(inline)
  }
}

function ProseLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (url.startsWith('#')) return <a href={url}>{children}</a>
  if (!/^https?:\/\//.test(url)) return children
  return (
    <a href={url} target="_blank" rel="noreferrer" className={styles.external}>
      {children}
      <IconExternalLink size="0.9em" stroke={1.8} aria-hidden />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
