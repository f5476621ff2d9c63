import { nearest } from '#lib/text/near.ts'
import type { SvgElement } from '#deck/slide.ts'
import type { Problem } from '../prose.ts'

const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan defs marker clipPath linearGradient stop pattern use title desc'.split(
    ' ',
  ),
)
const attributes = new Set(
  (
    'viewBox id class x y x1 y1 x2 y2 dx dy cx cy r rx ry width height d points transform fill fill-opacity fill-rule stroke stroke-width ' +
    'stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-opacity opacity font-size font-weight font-family text-anchor ' +
    'dominant-baseline letter-spacing marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient clip-path ' +
    'clipPathUnits offset stop-color stop-opacity patternUnits href vector-effect paint-order textLength lengthAdjust'
  ).split(' '),
)
/** Looks a picture may ask for by class; the deck's style sheet draws them in both themes. */
export const pictureClasses = new Set(
  (
    'box panel outline soft lamp-box alarm-box night night-grid night-band night-line night-threshold night-lamp ghost flow flow-accent flow-alarm flow-dash threshold label number strong small mono muted on-night accent alarm ok warn lamp ' +
    'grid s1 s2 s3 s4 s5 s6 area bar icon'
  ).split(' '),
)

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([A-Za-z]+)\s*>|<([A-Za-z]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)|</g

type Open = { tag: string; attributes: Record<string, string>; children: (SvgElement | string)[]; line: number }

/** Reads a picture drawn by us: a strict part of SVG, with nothing in it that runs or fetches. */
export function readSvg(source: string): { readonly drawing: SvgElement | undefined; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const open: Open[] = [{ tag: '', attributes: {}, children: [], line: 1 }]
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length
  for (const found of source.matchAll(token)) {
    const [whole, closing, opening, text, empty, words] = found
    const line = lineAt(found.index)
    if (whole === '<') problems.push({ line, message: 'expected an element, found "<"' })
    if (words !== undefined) addText(open, words)
    if (closing !== undefined) close(open, closing, line, problems)
    if (opening === undefined) continue
    if (!elements.has(opening)) problems.push({ line, message: unknown('element', opening, elements) })
    open.push({ tag: opening, attributes: readAttributes(text ?? '', line, problems), children: [], line })
    if (empty === '/') close(open, opening, line, problems)
  }
  return finish(open, problems)
}

function finish(open: readonly Open[], problems: Problem[]): { drawing: SvgElement | undefined; problems: readonly Problem[] } {
  const left = open.at(-1)
  if (left !== undefined && open.length > 1) problems.push({ line: left.line, message: `<${left.tag}> is never closed` })
  const drawing = open[0]?.children.find((child): child is SvgElement => typeof child !== 'string' && child.tag === 'svg')
  if (drawing === undefined) problems.push({ line: 1, message: 'expected an <svg> element' })
  else if (!/^0 0 \d+ \d+$/.test(drawing.attributes['viewBox'] ?? ''))
    problems.push({ line: 1, message: 'expected viewBox="0 0 WIDTH HEIGHT", in pixels of the slide' })
  return { drawing, problems }
}

const unknown = (what: string, name: string, known: Iterable<string>): string => {
  const near = nearest(name, known)
  return `unknown ${what} "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`
}

function addText(open: readonly Open[], text: string): void {
  const parent = open.at(-1)
  if (parent === undefined || !['text', 'tspan', 'title', 'desc'].includes(parent.tag)) return
  const plain = decode(text.replace(/\s+/g, ' '))
  if (plain !== '') parent.children.push(plain)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  )

function close(open: Open[], tag: string, line: number, problems: Problem[]): void {
  const last = open.at(-1)
  if (last === undefined || last.tag !== tag || open.length === 1) {
    problems.push({ line, message: `expected </${last?.tag ?? 'svg'}>, found </${tag}>` })
    return
  }
  open.pop()
  open.at(-1)?.children.push({ tag: last.tag, attributes: last.attributes, children: last.children })
}

function readAttributes(text: string, line: number, problems: Problem[]): Record<string, string> {
  const read: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === 'xmlns') continue
    const value = decode(double ?? single ?? '')
    if (!attributes.has(name)) problems.push({ line, message: unknown('attribute', name, attributes) })
    else if (name === 'class') checkClasses(value, line, problems)
    else if (name === 'href' && !value.startsWith('#')) problems.push({ line, message: 'a picture refers to nothing outside itself' })
    else if (/url\((?!#)/.test(value)) problems.push({ line, message: 'a picture refers to nothing outside itself' })
    read[name] = value
  }
  return read
}

function checkClasses(value: string, line: number, problems: Problem[]): void {
  for (const name of value.split(' ').filter((word) => word !== '')) {
    if (!pictureClasses.has(name)) problems.push({ line, message: unknown('class', name, pictureClasses) })
  }
}
