import { createElement, useId, type ReactNode } from 'react'
import type { SvgElement } from '#deck/slide.ts'
import styles from './Picture.module.css'

type PictureProps = { readonly drawing: SvgElement; readonly description: string; readonly maxHeight?: number | undefined }

/** A picture of ours as elements of the page, so that it wears the theme's colours. */
export function Picture({ drawing, description, maxHeight }: PictureProps) {
  // ids are the document's, and one picture may stand there twice
  const prefix = useId().replace(/[^\w-]/g, '')
  const [, , width, height] = (drawing.attributes['viewBox'] ?? '0 0 1 1').split(' ').map(Number)
  return (
    <svg
      className={styles.picture}
      viewBox={drawing.attributes['viewBox']}
      width={width}
      height={height}
      style={maxHeight === undefined ? undefined : { maxHeight }}
      role="img"
      aria-label={description}
    >
      {drawing.children.map((child, at) => draw(child, at, prefix))}
    </svg>
  )
}

function draw(node: SvgElement | string, key: number, prefix: string): ReactNode {
  if (typeof node === 'string') return node
  const attributes: Record<string, unknown> = { key }
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name === 'id') attributes['id'] = prefix + value
    else if (name === 'class')
      attributes['className'] = value
        .split(' ')
        .map((word) => styles[word] ?? '')
        .join(' ')
    else if (name === 'href') attributes['href'] = value.replace('#', `#${prefix}`)
    else attributes[camelCase(name)] = value.replace('url(#', `url(#${prefix}`)
  }
  return createElement(node.tag, attributes, ...node.children.map((child, at) => draw(child, at, prefix)))
}

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
