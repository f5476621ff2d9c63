import { causes, type Wrong, type WrongProgram } from '#grading/marking.ts'
import type { Block, Prose } from '#lib/text/prose.ts'
import { unknownWord } from '../located-yaml.ts'
import { inlineText, toProse, type Problem } from '../prose.ts'
import { fenceProgram, type AnswerForm } from './fences/answer-form.ts'
import { readChoice } from './fences/items.ts'
import { readHabit } from './fences/claim.ts'
import { readSlip } from './fences/redaction.ts'
import { figuresIn } from './figures.ts'
import { readInfo, type Chunk, type Fence, type Section } from './cut.ts'

/** `## Wrong`: a `###` for each misconception, its programs, then three paragraphs. */
export function readWrongs(section: Section, form: AnswerForm, problems: Problem[]): readonly Wrong[] {
  const groups: { title: string; line: number; chunks: Chunk[] }[] = []
  for (const chunk of section.chunks) {
    if (chunk.kind === 'subheading') groups.push({ title: chunk.title, line: chunk.line, chunks: [] })
    else if (groups.length > 0) groups.at(-1)?.chunks.push(chunk)
    else problems.push({ line: chunk.line, message: 'expected "### name of the misconception"' })
  }
  for (const [at, group] of groups.entries()) {
    if (groups.findIndex((other) => other.title === group.title) < at)
      problems.push({ line: group.line, message: `"${group.title}" stands here twice` })
  }
  return groups.map((group) => readWrong(group, form, problems))
}

function readWrong(group: { title: string; line: number; chunks: readonly Chunk[] }, form: AnswerForm, problems: Problem[]): Wrong {
  const fences = group.chunks.filter((chunk) => chunk.kind === 'fence')
  const firstProse = group.chunks.findIndex((chunk) => chunk.kind === 'prose')
  const named = namedProgram(group, form, problems)
  if (named !== undefined && fences[0] !== undefined) {
    const what = form.items === undefined ? 'wrong answer' : 'wrong option'
    problems.push({ line: fences[0].line, message: `the heading names the ${what}; a fence has no place here` })
  }
  if (named === undefined && fences.length === 0)
    problems.push({ line: group.line, message: `"${group.title}" needs a fence with the wrong answer` })
  if (firstProse >= 0 && group.chunks.slice(firstProse).some((chunk) => chunk.kind === 'fence')) {
    problems.push({ line: group.line, message: `the fences of "${group.title}" stand before its paragraphs` })
  }
  const { right, differs, why } = readMessage(group, figuresIn(form), problems)
  return {
    name: group.title,
    line: group.line,
    programs: named === undefined ? fences.map((fence) => readProgram(fence, form, problems)) : [named],
    right,
    differs,
    why,
  }
}

/** A wrong answer that needs no fence: its heading says all of it. */
function namedProgram(
  { title, line }: { title: string; line: number },
  { items, redaction }: AnswerForm,
  problems: Problem[],
): WrongProgram | undefined {
  if (items !== undefined) return { text: title, line, choice: readChoice(title, line, items, problems) }
  return redaction === undefined ? undefined : { text: title, line, slip: readSlip(title, line, redaction, problems) }
}

function readProgram(fence: Fence, form: AnswerForm, problems: Problem[]): WrongProgram {
  const [head = '', did] = fence.info.split(/\sdid:/)
  const isClaim = form.fence === 'claim'
  if (isClaim && did !== undefined) {
    const habit = readHabit(did, fence.line, problems)
    return { text: fence.text, line: fence.line, ...(habit === undefined ? {} : { habit }) }
  }
  const { language, pairs } = readInfo(isClaim ? { ...fence, info: head } : fence, { keys: ['cause', 'refused'] }, problems)
  const cause = causes.find((known) => known === pairs['cause'])
  if (pairs['cause'] !== undefined && cause === undefined)
    problems.push({ line: fence.line, message: unknownWord('cause', pairs['cause'], causes) })
  const refused = pairs['refused']
  return {
    ...fenceProgram(fence, language, form, problems),
    ...(cause === undefined ? {} : { cause }),
    ...(refused === undefined ? {} : { refused }),
  }
}

// A paragraph that is one placeholder shows a row or an event and belongs to what stands before it.
function readMessage(
  group: { title: string; line: number; chunks: readonly Chunk[] },
  figures: readonly string[],
  problems: Problem[],
): Pick<Wrong, 'right' | 'differs' | 'why'> {
  const prose: Block[] = []
  for (const chunk of group.chunks) {
    if (chunk.kind !== 'prose') continue
    const read = toProse(chunk.text, { firstLine: chunk.line })
    problems.push(...read.problems)
    checkPlaceholders(chunk, figures, problems)
    prose.push(...read.prose)
  }
  const steps: Block[][] = []
  for (const block of prose) {
    if (isFigure(block) && steps.length > 0) steps.at(-1)?.push(block)
    else steps.push([block])
  }
  if (steps.length !== 3) {
    const message = `"${group.title}" needs three short paragraphs (what is right already, what differs, why), found ${steps.length}`
    problems.push({ line: group.line, message })
  }
  const step = (at: number): Prose => steps[at] ?? []
  return { right: step(0), differs: step(1), why: step(2) }
}

const isFigure = (block: Block): boolean => block.kind === 'paragraph' && /^\{\{[\w.]+\}\}$/.test(inlineText(block.children).trim())

function checkPlaceholders(chunk: Extract<Chunk, { kind: 'prose' }>, placeholders: readonly string[], problems: Problem[]): void {
  for (const [at, line] of chunk.text.split('\n').entries()) {
    for (const [whole, name = ''] of line.matchAll(/\{\{([^}]*)\}\}/g)) {
      if (placeholders.some((known) => known === name)) continue
      problems.push({
        line: chunk.line + at,
        message: unknownWord(
          'placeholder',
          whole,
          placeholders.map((known) => `{{${known}}}`),
        ),
      })
    }
  }
}
