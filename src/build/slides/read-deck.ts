import type { RootContent } from 'mdast'
import { nearest } from '#lib/text/near.ts'
import type { Audience, Deck, Layout, Slide, SlideKind, SlidePart, SvgElement } from '#deck/slide.ts'
import { MapReader, readYaml, type Located } from '../located-yaml.ts'
import { inlineText, nodesToProse, parseMarkdown, plainText, toProse, type Problem } from '../prose.ts'
import { blockNames, readBlock, type Surroundings } from './blocks.ts'
import { splitDeck, type Piece, type RawSlide } from './split.ts'

/** What lies beside a deck's text. */
export type Beside = Surroundings & {
  /** A picture by its address in the deck, already read. */
  picture(source: string): { readonly drawing: SvgElement | undefined; readonly problem?: string }
}

const attributeNames = ['id', 'minutes', 'audience', 'layout', 'module']
const layouts: readonly Layout[] = ['beside', 'below', 'grid']
const codeLanguages =
  'text sh bash shell console python py javascript js typescript ts json yaml yml ini sql http xml diff promql insights filter-pattern'.split(
    ' ',
  )
const mostWords = 40

type Context = { readonly problems: Problem[]; readonly beside: Beside; readonly audiences: readonly string[] }

/** A deck's Markdown as typed slides, with everything that is wrong in it. */
export function readDeck(id: string, source: string, beside: Beside): { readonly deck: Deck; readonly problems: readonly Problem[] } {
  const split = splitDeck(source)
  const problems: Problem[] = [...split.problems]
  const front = readFrontMatter(split.frontMatter, problems)
  const context: Context = { problems, beside, audiences: front.audiences.map((audience) => audience.id) }
  let module = front.title
  const slides = split.slides.map((raw) => {
    const slide = readSlide(raw, module, context)
    if (slide.kind === 'section') module = slide.module
    return slide
  })
  sayTwice(split.slides, slides, problems)
  if (slides.length === 0) problems.push({ line: 1, message: 'a deck needs a slide' })
  return { deck: { id, ...front, slides }, problems: problems.toSorted((left, right) => left.line - right.line) }
}

function readFrontMatter(piece: Piece | undefined, problems: Problem[]): Pick<Deck, 'title' | 'minutes' | 'audiences'> {
  if (piece === undefined) {
    problems.push({ line: 1, message: 'expected front matter with title and minutes between two lines "---"' })
    return nothing
  }
  const before = problems.length
  const map = readYaml(piece.text, piece.firstLine, problems)
  if (problems.length > before) return nothing
  const reader = new MapReader(map, 'the front matter', ['title', 'minutes', 'audiences'], problems)
  reader.require('title', 'minutes')
  const minutes = reader.number('minutes') ?? 0
  if (reader.has('minutes') && minutes <= 0) problems.push({ line: reader.lineOf('minutes'), message: "expected the session's minutes" })
  return { title: reader.text('title') ?? '', minutes, audiences: readAudiences(map.entries.get('audiences')?.value, problems) }
}

const nothing = { title: '', minutes: 0, audiences: [] }

/** A list of ids, or ids with the names people read. */
function readAudiences(value: Located | undefined, problems: Problem[]): readonly Audience[] {
  const name = (one: Located): string | undefined => (one.kind === 'scalar' && one.value !== null ? String(one.value) : undefined)
  const read = (id: string | undefined, called: string | undefined, line: number): readonly Audience[] => {
    if (id !== undefined && called !== undefined) return [{ id, name: called }]
    problems.push({ line, message: 'expected audiences: a list of ids, or ids with the names people read' })
    return []
  }
  if (value === undefined) return []
  if (value.kind === 'list') return value.items.flatMap((item) => read(name(item), name(item), item.line))
  if (value.kind === 'map') return [...value.entries].flatMap(([id, entry]) => read(id, name(entry.value), entry.line))
  return read(undefined, undefined, value.line)
}

function sayTwice(raws: readonly RawSlide[], slides: readonly Slide[], problems: Problem[]): void {
  const seen = new Map<string, number>()
  slides.forEach((slide, at) => {
    const line = raws[at]?.line ?? 1
    const before = seen.get(slide.id)
    if (before !== undefined && slide.id !== '') {
      problems.push({ line, message: `the id "${slide.id}" is taken by the slide on line ${before}` })
    } else seen.set(slide.id, line)
  })
}

function readSlide(raw: RawSlide, module: string, context: Context): Slide {
  const { problems } = context
  const nodes = parseMarkdown(raw.body.text)
  const heading = readHeading(nodes, raw, problems)
  const parts = readParts(nodes.slice(heading.used), raw.body.firstLine, context)
  const notes = raw.notes === undefined ? { prose: [], problems: [] } : toProse(raw.notes.text, { firstLine: raw.notes.firstLine })
  problems.push(...notes.problems)
  countWords(heading.title, parts, raw.line, problems)
  if (parts.filter((part) => part.kind === 'live').length > 1) problems.push({ line: raw.line, message: 'a slide has one live pane' })
  const own = raw.attributes['module']?.value
  const title = heading.title
  const audience = readAudience(raw, context)
  return {
    id: readId(raw, problems),
    kind: heading.kind,
    heading: heading.inlines,
    title,
    module: own ?? (heading.kind === 'section' ? title : module),
    minutes: readMinutes(raw, heading.kind, problems),
    ...(audience === undefined ? {} : { audience }),
    layout: readLayout(raw, parts, problems),
    parts,
    notes: notes.prose,
  }
}

const kinds: readonly SlideKind[] = ['title', 'section', 'content']

function readHeading(nodes: readonly RootContent[], raw: RawSlide, problems: Problem[]) {
  const first = nodes[0]
  if (first?.type !== 'heading') {
    problems.push({ line: raw.line, message: 'expected a heading first: one sentence that says the idea of the slide' })
    return { kind: 'content' as const, inlines: [], title: '', used: 0 }
  }
  const { prose, problems: inside } = nodesToProse([first], { firstLine: raw.body.firstLine })
  problems.push(...inside)
  const block = prose[0]
  const inlines = block?.kind === 'heading' ? block.children : []
  return { kind: kinds[first.depth - 1] ?? ('content' as const), inlines, title: inlineText(inlines), used: 1 }
}

function readParts(nodes: readonly RootContent[], firstLine: number, context: Context): readonly SlidePart[] {
  const { problems, beside } = context
  const parts: SlidePart[] = []
  for (const node of nodes) {
    const line = firstLine + (node.position?.start.line ?? 1) - 1
    const language = node.type === 'code' ? (node.lang ?? '') : ''
    if (node.type === 'code' && blockNames.includes(language)) {
      const part = readBlock(language, { text: node.value, firstLine: line + 1 }, problems, beside)
      if (part !== undefined) parts.push(part)
      continue
    }
    if (language !== '' && !codeLanguages.includes(language)) problems.push({ line, message: unknownFence(language) })
    addProse(parts, nodesToProse([node], { firstLine }), line, context)
  }
  return parts
}

function unknownFence(language: string): string {
  const near = nearest(language, [...blockNames, ...codeLanguages])
  return `unknown fence "${language}"${near === undefined ? `; blocks: ${blockNames.join(', ')}` : `; did you mean "${near}"?`}`
}

function addProse(parts: SlidePart[], read: ReturnType<typeof nodesToProse>, line: number, { problems, beside }: Context): void {
  problems.push(...read.problems)
  for (const block of read.prose) {
    if (block.kind === 'image') {
      const { drawing, problem } = beside.picture(block.source)
      if (problem !== undefined) problems.push({ line, message: problem })
      if (drawing !== undefined) parts.push({ kind: 'picture', description: block.description, drawing })
      continue
    }
    if (block.kind === 'heading') problems.push({ line, message: 'a slide has one heading: begin another slide with "---"' })
    const last = parts.at(-1)
    if (last?.kind === 'prose') parts[parts.length - 1] = { kind: 'prose', prose: [...last.prose, block] }
    else parts.push({ kind: 'prose', prose: [block] })
  }
}

function readId(raw: RawSlide, problems: Problem[]): string {
  for (const [name, { line }] of Object.entries(raw.attributes)) {
    if (attributeNames.includes(name)) continue
    const near = name === 'data-only' ? 'audience' : nearest(name, attributeNames)
    const hint = near === undefined ? `; known: ${attributeNames.join(', ')}` : `; did you mean "${near}"?`
    problems.push({ line, message: `unknown attribute "${name}"${hint}` })
  }
  const id = raw.attributes['id']
  if (id === undefined) problems.push({ line: raw.line, message: 'the slide needs an id: <!-- .slide: id="why-we-watch" minutes="2" -->' })
  else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id.value)) {
    problems.push({ line: id.line, message: `expected an id of small letters, digits and hyphens, found ${JSON.stringify(id.value)}` })
  }
  return id?.value ?? ''
}

function readMinutes(raw: RawSlide, kind: SlideKind, problems: Problem[]): number {
  const minutes = raw.attributes['minutes']
  if (minutes === undefined) {
    if (kind === 'content') problems.push({ line: raw.line, message: 'a teaching slide needs its minutes: minutes="2"' })
    return 0
  }
  const value = minutes.value.trim() === '' ? Number.NaN : Number(minutes.value)
  if (value >= 0 && value <= 240) return value
  problems.push({ line: minutes.line, message: `expected minutes, found ${JSON.stringify(minutes.value)}` })
  return 0
}

function readAudience(raw: RawSlide, { audiences, problems }: Context): string | undefined {
  const audience = raw.attributes['audience']
  if (audience === undefined || audiences.includes(audience.value)) return audience?.value
  const near = nearest(audience.value, audiences)
  const hint = near === undefined ? '; the front matter names them in "audiences"' : `; did you mean "${near}"?`
  problems.push({ line: audience.line, message: `unknown audience "${audience.value}"${hint}` })
  return audience.value
}

function readLayout(raw: RawSlide, parts: readonly SlidePart[], problems: Problem[]): Layout {
  const asked = raw.attributes['layout']
  const known = layouts.find((layout) => layout === asked?.value)
  if (asked !== undefined && known === undefined) {
    const near = nearest(asked.value, layouts)
    problems.push({
      line: asked.line,
      message: `unknown layout "${asked.value}"${near === undefined ? `; known: ${layouts.join(', ')}` : `; did you mean "${near}"?`}`,
    })
  }
  const hasWords = parts.some((part) => part.kind === 'prose')
  const hasLive = parts.some((part) => part.kind === 'live')
  const hasThing = parts.some((part) => part.kind !== 'prose')
  return known ?? (hasLive || (hasWords && hasThing) ? 'beside' : 'below')
}

function countWords(title: string, parts: readonly SlidePart[], line: number, problems: Problem[]): void {
  const prose = parts.flatMap((part) => (part.kind === 'prose' ? part.prose.filter((block) => block.kind !== 'code') : []))
  const words = `${title} ${plainText(prose)}`.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (words > mostWords)
    problems.push({ line, message: `the slide has ${words} words; at most ${mostWords} can be read from the back row` })
}
