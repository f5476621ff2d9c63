import { conditions, type AuthorHint, type Condition, type Program, type Worked } from '#grading/marking.ts'
import type { AddedLine } from '#lib/world-spec.ts'
import type { Block, Inline, Prose } from '#lib/text/prose.ts'
import { DAY, HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { unknownWord } from '../located-yaml.ts'
import { nodesToProse, parseMarkdown, toProse, type Problem } from '../prose.ts'
import { fenceProgram, type AnswerForm } from './fences/answer-form.ts'
import { readInfo, type Chunk, type Fence, type Part } from './cut.ts'

/** The fences of a section that holds nothing else. */
export function fencesOnly(part: Part, title: string, problems: Problem[]): readonly Fence[] {
  return part.chunks.flatMap((chunk) => {
    if (chunk.kind === 'fence') return [chunk]
    problems.push({ line: chunk.line, message: `"${title}" holds fences only` })
    return []
  })
}

/** A section's prose, with the fences in it drawn as code. */
export function proseOf(chunks: readonly Chunk[], problems: Problem[]): Prose {
  return chunks.flatMap((chunk) => {
    if (chunk.kind === 'subheading') {
      problems.push({ line: chunk.line, message: `"### ${chunk.title}" has no place here` })
      return []
    }
    const markdown = chunk.kind === 'prose' ? chunk.text : `\`\`\`\`\`${chunk.info}\n${chunk.text}\n\`\`\`\`\``
    const read = toProse(markdown, { firstLine: chunk.line })
    problems.push(...read.problems)
    return read.prose
  })
}

/** One fence in the language asked for. */
export function program(fence: Fence, form: AnswerForm, problems: Problem[]): Program {
  const { language } = readInfo(fence, {}, problems)
  return fenceProgram(fence, language, form, problems)
}

/** A fence, then why it works; once more for the alternative. */
export function readWorked(
  part: Part,
  form: AnswerForm,
  problems: Problem[],
  followUp: (first: Program) => AnswerForm = () => form,
): readonly Worked[] {
  const groups: { fence: Fence; chunks: Chunk[] }[] = []
  for (const chunk of part.chunks) {
    if (chunk.kind === 'fence') groups.push({ fence: chunk, chunks: [] })
    else if (groups.length > 0) groups.at(-1)?.chunks.push(chunk)
    else problems.push({ line: chunk.line, message: 'a solution begins with its fence' })
  }
  if (groups.length === 0) problems.push({ line: part.line, message: `"Solution" needs a fence "${form.fence}"` })
  if (groups.length > 2)
    problems.push({ line: groups[2]?.fence.line ?? part.line, message: 'one solution and one alternative; more go under "Also right"' })
  const worked: Worked[] = []
  for (const { fence, chunks } of groups) {
    const why = proseOf(chunks, problems)
    if (why.length === 0) problems.push({ line: fence.line, message: 'say below this fence why it works' })
    const [first] = worked
    worked.push({ ...program(fence, first === undefined ? form : followUp(first), problems), why })
  }
  return worked
}

/** `lines` in every world, `lines hidden` in hidden ones only. */
export function readData(
  part: Part,
  groups: readonly string[],
  problems: Problem[],
): { readonly shown: readonly AddedLine[]; readonly hidden: readonly AddedLine[] } {
  const shown: AddedLine[] = []
  const hidden: AddedLine[] = []
  for (const fence of fencesOnly(part, 'Data', problems)) {
    const { language, words, pairs } = readInfo(fence, { words: ['hidden'], keys: ['group', 'stream', 'at'] }, problems)
    if (language !== 'lines') problems.push({ line: fence.line, message: unknownWord('fence', language, ['lines']) })
    const group = pairs['group'] ?? groups[0]
    if (group === undefined) problems.push({ line: fence.line, message: 'say which group these lines go to: group:/aws/lambda/load' })
    const lines = readLines(fence.text).map((message, at) => ({ ...place(fence, pairs, at, problems), group: group ?? '', message }))
    ;(words.includes('hidden') ? hidden : shown).push(...lines)
  }
  return { shown, hidden }
}

function place(fence: Fence, pairs: Readonly<Record<string, string>>, nth: number, problems: Problem[]): { stream?: number; at?: number } {
  const stream = pairs['stream'] === undefined ? undefined : Number(pairs['stream'])
  if (stream !== undefined && !(Number.isInteger(stream) && stream >= 0))
    problems.push({ line: fence.line, message: `expected a number for "stream", found "${pairs['stream']}"` })
  const at = pairs['at'] === undefined ? undefined : readOffset(pairs['at'])
  if (pairs['at'] !== undefined && at === undefined)
    problems.push({ line: fence.line, message: `expected an offset such as +00:12:30 for "at", found "${pairs['at']}"` })
  return { ...(stream === undefined ? {} : { stream }), ...(at === undefined ? {} : { at: at + nth }) }
}

/** `+00:12:30`, `+1d 04:00:00` written as `+1d04:00:00`. */
function readOffset(text: string): number | undefined {
  const found = /^\+(?:(\d+)d)?(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?$/.exec(text)
  if (found === null) return undefined
  const [, days = '0', hours, minutes, seconds, millis = '0'] = found
  return Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND + Number(millis)
}

/** One event a line; a line that begins with two blanks continues the last; `\t` is a tab. */
function readLines(text: string): readonly string[] {
  const events: string[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const plain = line.replaceAll('\\t', '\t')
    const last = events.length - 1
    if (plain.startsWith('  ') && last >= 0) events[last] = `${events[last]}\n${plain.slice(2)}`
    else events.push(plain)
  }
  return events
}

/** A numbered list; a hint may begin with a condition. */
export function readHints(part: Part, problems: Problem[]): readonly AuthorHint[] {
  const [chunk, ...rest] = part.chunks
  const nodes = chunk?.kind === 'prose' ? parseMarkdown(chunk.text) : []
  const [list, ...more] = nodes
  if (chunk === undefined || rest.length > 0 || more.length > 0 || list?.type !== 'list' || list.ordered !== true) {
    problems.push({ line: rest[0]?.line ?? chunk?.line ?? part.line, message: '"Hints" holds one numbered list and nothing else' })
    return []
  }
  return list.children.map((item) => {
    const line = chunk.line + (item.position?.start.line ?? 1) - 1
    const read = nodesToProse(item.children, { firstLine: chunk.line })
    problems.push(...read.problems)
    return hint(read.prose, line, problems)
  })
}

function hint(says: Prose, line: number, problems: Problem[]): AuthorHint {
  const [block, ...blocks] = says
  const [inline, ...inlines] = block?.kind === 'paragraph' ? block.children : []
  const found = inline?.kind === 'text' ? /^\(([^)]*)\)\s+/.exec(inline.text) : null
  if (block?.kind !== 'paragraph' || inline?.kind !== 'text' || found?.[1] === undefined) return { line, says }
  const condition = conditions.find((known): known is Condition => known === found[1])
  if (condition === undefined) {
    problems.push({ line, message: unknownWord('condition', found[1], conditions) })
    return { line, says }
  }
  const text: Inline = { kind: 'text', text: inline.text.slice(found[0].length) }
  const rest: Block = { kind: 'paragraph', children: [text, ...inlines] }
  return { line, condition, says: [rest, ...blocks] }
}
