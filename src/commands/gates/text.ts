import type { DrawnMarking } from '#grading/marking.ts'
import { proseText } from '#grading/feedback/plain-text.ts'
import type { Block, Inline, Prose } from '#lib/prose.ts'
import { answerOf, type Gate } from './gate.ts'

/** An unhurried reader of English on a screen. */
const wordsPerMinute = 220
const mostSeconds = 60

/** What can be said of the words alone: short enough, and no hint gives the answer away. */
export async function checkText(gate: Gate, drawn: DrawnMarking): Promise<void> {
  const drawing = gate.loaded.exercise.drawings[0]
  const text = [...(drawing?.story ?? []), ...drawn.task].map((block) => proseText([block])).join(' ')
  const shown = `${gate.loaded.exercise.title} ${text} ${drawn.given.map((one) => one.text).join(' ')}`
  const seconds = Math.round((shown.split(/\s+/).length / wordsPerMinute) * 60)
  if (seconds > mostSeconds) gate.failures.push({ line: 1, message: `the prompt takes ${seconds} s to read; ${mostSeconds} s is the most` })
  const answers = [drawn.solution, drawn.alternative, ...drawn.alsoRight].flatMap((one) => (one === undefined ? [] : [squeeze(one.text)]))
  for (const hint of drawn.hints) {
    if (answers.some((answer) => squeeze(proseText(hint.says)).includes(answer)))
      gate.failures.push({ line: hint.line, message: 'this hint holds a whole solution' })
    else await checkCode(gate, drawn, hint.line, codeIn(hint.says))
    if (
      drawn.language === 'filter-pattern' &&
      (hint.condition === 'other columns' || hint.condition === 'does not group' || hint.condition === 'same rows, other order')
    ) {
      gate.failures.push({ line: hint.line, message: `"(${hint.condition})" never holds for a filter pattern` })
    }
  }
}

async function checkCode(gate: Gate, drawn: DrawnMarking, line: number, pieces: readonly string[]): Promise<void> {
  if (drawn.solution === undefined) return
  for (const piece of pieces) {
    const verdict = await gate.grade(0, answerOf(gate.loaded, piece), 5)
    if (verdict.kind === 'pass') gate.failures.push({ line, message: `the code in this hint passes: "${piece}"` })
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, '')

const codeIn = (prose: Prose): readonly string[] => prose.flatMap(codeInBlock)

function codeInBlock(block: Block): readonly string[] {
  if (block.kind === 'code') return [block.text]
  if (block.kind === 'paragraph' || block.kind === 'heading') return block.children.flatMap(codeInInline)
  if (block.kind === 'list') return block.items.flatMap(codeIn)
  return block.kind === 'quote' ? codeIn(block.children) : []
}

function codeInInline(inline: Inline): readonly string[] {
  if (inline.kind === 'code') return [inline.text]
  return 'children' in inline ? inline.children.flatMap(codeInInline) : []
}
