import { answerKinds, isExerciseLanguage } from '#grading/exercise.ts'
import { conditions, type Condition, type DrawnMarking } from '#grading/marking.ts'
import { programs } from '#grading/programs/index.ts'
import { proseText } from '#grading/feedback/plain-text.ts'
import type { Block, Inline, Prose } from '#lib/text/prose.ts'
import type { Gate } from './gate.ts'

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
    if (hint.condition !== undefined && neverHolds(drawn).includes(hint.condition))
      gate.failures.push({ line: hint.line, message: `"(${hint.condition})" never holds for ${nounOf(drawn)}` })
  }
}

/** Conditions that ask for something an answer of this kind cannot do. */
function neverHolds({ language }: DrawnMarking): readonly Condition[] {
  if (isExerciseLanguage(language)) return [...programs[language].neverHolds, ...alarmConditions, ...panelConditions]
  const possible: readonly Condition[] = language === 'alarm' ? alarmConditions : language === 'panel' ? panelConditions : []
  return conditions.filter((condition) => condition !== 'is refused' && !possible.includes(condition))
}

const nounOf = ({ language }: DrawnMarking): string => (isExerciseLanguage(language) ? `a ${programs[language].noun}` : formNouns[language])

const formNouns = {
  alarm: 'an alarm',
  panel: 'a panel',
  metrics: 'a choice',
  lines: 'a redaction',
  claim: 'a claim',
  cards: 'cards',
} as const

const alarmConditions: readonly Condition[] = ['never pages', 'misses one', 'pages late', 'pages for nothing']
const panelConditions: readonly Condition[] = ['other series', 'other rules']

async function checkCode(gate: Gate, drawn: DrawnMarking, line: number, pieces: readonly string[]): Promise<void> {
  // only a text can stand in a hint as a whole answer
  if (drawn.solution === undefined || answerKinds[gate.loaded.exercise.kind] !== 'text') return
  for (const piece of pieces) {
    const verdict = await gate.grade(0, { kind: 'text', text: piece }, 5)
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
