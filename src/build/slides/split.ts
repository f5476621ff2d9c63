import { nearest } from '#lib/text/near.ts'
import type { Problem } from '../prose.ts'

/** A piece of the file that knows where it stood. */
export type Piece = { readonly text: string; readonly firstLine: number }

export type RawSlide = {
  readonly line: number
  readonly attributes: Readonly<Record<string, { readonly value: string; readonly line: number }>>
  readonly body: Piece
  readonly notes: Piece | undefined
}

export type SplitDeck = {
  readonly frontMatter: Piece | undefined
  readonly slides: readonly RawSlide[]
  readonly problems: readonly Problem[]
}

type Line = { readonly text: string; readonly number: number; readonly literal: boolean }

const separator = /^---[ \t]*$/
const notesStart = /^ {0,3}Notes:[ \t]*/i
const fenceStart = /^ {0,3}(`{3,}|~{3,})/

/** Parts a deck's text into front matter and slides, and each slide into attributes, body and notes. */
export function splitDeck(source: string): SplitDeck {
  const problems: Problem[] = []
  const texts = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const { frontMatter, rest } = takeFrontMatter(texts, problems)
  const lines = markLiteral(texts.slice(rest), rest + 1, problems)
  const slides = cut(lines).map((slide) => readSlide(slide, problems))
  return { frontMatter, slides: slides.filter((slide, at) => !(at === slides.length - 1 && isEmpty(slide))), problems }
}

function takeFrontMatter(texts: readonly string[], problems: Problem[]): { frontMatter: Piece | undefined; rest: number } {
  const first = texts.findIndex((text) => text.trim() !== '')
  if (first < 0 || !separator.test(texts[first] ?? '')) return { frontMatter: undefined, rest: 0 }
  const end = texts.findIndex((text, at) => at > first && separator.test(text))
  if (end < 0) {
    problems.push({ line: first + 1, message: 'the front matter has no end: expected a line "---"' })
    return { frontMatter: undefined, rest: texts.length }
  }
  return { frontMatter: { text: texts.slice(first + 1, end).join('\n'), firstLine: first + 2 }, rest: end + 1 }
}

/** Inside a fence or a comment nothing separates and nothing begins notes. */
function markLiteral(texts: readonly string[], firstLine: number, problems: Problem[]): readonly Line[] {
  let fence: { readonly mark: string; readonly line: number } | undefined
  let comment: number | undefined
  const lines = texts.map((text, at): Line => {
    const number = firstLine + at
    if (fence !== undefined) {
      if (closes(text, fence.mark)) fence = undefined
      return { text, number, literal: true }
    }
    const inComment = comment !== undefined
    if (inComment && text.includes('-->')) comment = undefined
    else if (!inComment && text.includes('<!--') && !text.includes('-->', text.indexOf('<!--'))) comment = number
    const mark = inComment ? undefined : fenceStart.exec(text)?.[1]
    if (mark !== undefined) fence = { mark, line: number }
    return { text, number, literal: inComment || mark !== undefined }
  })
  if (fence !== undefined) problems.push({ line: fence.line, message: `the fence has no end: expected a line "${fence.mark}"` })
  if (comment !== undefined) problems.push({ line: comment, message: 'the comment has no end: expected "-->"' })
  return lines
}

function closes(text: string, mark: string): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1]
  return found !== undefined && found[0] === mark[0] && found.length >= mark.length
}

function cut(lines: readonly Line[]): readonly (readonly Line[])[] {
  const slides: Line[][] = [[]]
  for (const line of lines) {
    if (!line.literal && separator.test(line.text)) slides.push([])
    else slides.at(-1)?.push(line)
  }
  return slides
}

const isEmpty = (slide: RawSlide): boolean => slide.body.text.trim() === '' && slide.notes === undefined

function readSlide(lines: readonly Line[], problems: Problem[]): RawSlide {
  const notesAt = lines.findIndex((line) => !line.literal && notesStart.test(line.text))
  const body = notesAt < 0 ? lines : lines.slice(0, notesAt)
  const notes = notesAt < 0 ? [] : lines.slice(notesAt)
  for (const again of notes.slice(1).filter((line) => !line.literal && notesStart.test(line.text))) {
    problems.push({ line: again.number, message: 'the notes have begun already: a slide has one "Notes:"' })
  }
  const { attributes, rest } = takeAttributes(body, problems)
  const first = lines.find((line) => line.text.trim() !== '') ?? lines[0]
  return {
    line: first?.number ?? 1,
    attributes,
    body: piece(rest, lines[0]?.number ?? 1),
    notes: notesAt < 0 ? undefined : piece(notes.map(withoutNotesMark), notes[0]?.number ?? 1),
  }
}

const withoutNotesMark = (line: Line, at: number): Line => (at === 0 ? { ...line, text: line.text.replace(notesStart, '') } : line)
const piece = (lines: readonly Line[], firstLine: number): Piece => ({ text: lines.map((line) => line.text).join('\n'), firstLine })

function takeAttributes(body: readonly Line[], problems: Problem[]): { attributes: RawSlide['attributes']; rest: readonly Line[] } {
  const attributes: Record<string, { value: string; line: number }> = {}
  const rest = body.map((line) => {
    if (line.literal) return line
    const text = line.text.replace(/<!--(.*?)-->/g, (whole: string, inner: string) => {
      const command = /^\s*\.(\w+):?(.*)$/.exec(inner)
      if (command === null) return whole
      if (command[1] === 'slide') readAttributes(command[2] ?? '', line.number, attributes, problems)
      else problems.push({ line: line.number, message: unknownCommand(command[1] ?? '') })
      return ''
    })
    return { ...line, text }
  })
  return { attributes, rest }
}

function unknownCommand(name: string): string {
  if (name === 'element') return 'no ".element" here: a slide has attributes in ".slide", its parts have none'
  const near = nearest(name, ['slide'])
  return `unknown comment ".${name}"${near === undefined ? '; expected ".slide"' : `; did you mean ".${near}"?`}`
}

function readAttributes(text: string, line: number, into: Record<string, { value: string; line: number }>, problems: Problem[]): void {
  const rest = text.replace(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g, (_whole, name: string, double?: string, single?: string) => {
    if (name in into) problems.push({ line, message: `the attribute "${name}" stands here twice` })
    into[name] = { value: double ?? single ?? '', line }
    return ''
  })
  if (rest.trim() !== '') problems.push({ line, message: `expected name="value", found ${JSON.stringify(rest.trim())}` })
}
