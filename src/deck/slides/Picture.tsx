import { createElement, useId, type ReactNode } from 'react'
import type { SvgElement } from '#deck/slide.ts'
import styles from './Picture.module.css'

type PictureProps = { readonly drawing: SvgElement; readonly description: string; readonly canScroll: boolean }

/** A picture of ours as elements of the page, so that it wears the theme's colours. */
export function Picture({ drawing, description, canScroll }: PictureProps) {
  // ids are the document's, and one picture may stand there twice
  const prefix = useId().replace(/[^\w-]/g, '')
  const [, , width, height] = (drawing.attributes['viewBox'] ?? '0 0 1 1').split(' ').map(Number)
  const picture = (
    <svg
      className={styles.picture}
      viewBox={drawing.attributes['viewBox']}
      width={width}
      height={height}
      style={canScroll && width !== undefined ? { minWidth: width * readable } : undefined}
      role="img"
      aria-label={description}
    >
      {drawing.children.map((child, at) => draw(child, at, prefix))}
    </svg>
  )
  if (!canScroll) return picture
  return (
    // a picture wider than the page is moved by keyboard too
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <figure className={styles.scroll} tabIndex={0} aria-label="Picture, may be wider than the page">
      {picture}
    </figure>
  )
}

/** The smallest part of its natural width at which a picture's words can still be read in the hand. */
const readable = 0.72

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
