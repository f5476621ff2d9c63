import type { Verdict } from '#grading/verdict.ts'
import { never } from '#lib/invariant.ts'
import type { Inline, Prose } from '#lib/text/prose.ts'
import type { SubjectWords } from '../subjects.ts'

/** How a verdict looks: a state has a colour, a shape and a word, and wrong is never red. */
export type Tone = 'pass' | 'close' | 'unread' | 'ours'

export function toneOf(verdict: Verdict): Tone {
  if (verdict.kind === 'pass') return 'pass'
  if (verdict.kind === 'grader-bug') return 'ours'
  const isUnread =
    verdict.kind === 'parse-error' || verdict.kind === 'form-error' || verdict.kind === 'empty' || verdict.kind === 'engine-error'
  return isUnread || (verdict.kind === 'misconception' && verdict.diagnostics !== undefined) ? 'unread' : 'close'
}

export function titleOf(verdict: Verdict, words: SubjectWords): string {
  switch (verdict.kind) {
    case 'empty':
      return 'Nothing to check yet'
    case 'parse-error':
      return 'This cannot be read yet'
    case 'form-error':
      return 'CloudWatch would refuse this'
    case 'engine-error':
      return words.cannotRun
    case 'grader-bug':
      return 'We could not check this'
    case 'misconception':
    case 'wrong':
    case 'passes-visible-fails-hidden':
    case 'pass':
      return verdict.title
    default:
      return never(verdict)
  }
}

/** The title and the next sentence: all a screen reader is told at once. */
export function announcement(verdict: Verdict, words: SubjectWords): string {
  const first = firstSentence(verdict)
  const title = titleOf(verdict, words)
  return first === '' ? title : `${title}. ${first}`
}

function firstSentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'empty':
    case 'engine-error':
      return verdict.message
    case 'parse-error':
      return verdict.diagnostics[0]?.message ?? ''
    case 'form-error':
      return verdict.problems[0]?.says ?? ''
    case 'grader-bug':
      return 'That is our mistake. You may go on.'
    case 'misconception':
      return plainText(verdict.differs)
    case 'wrong':
    case 'passes-visible-fails-hidden':
      return verdict.first
    case 'pass':
      return verdict.notes[0]?.message ?? ''
    default:
      return never(verdict)
  }
}

export const plainText = (prose: Prose): string =>
  prose
    .map((block) =>
      block.kind === 'paragraph' || block.kind === 'heading' ? inlineText(block.children) : block.kind === 'code' ? block.text : '',
    )
    .join(' ')

const inlineText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => ('text' in inline ? inline.text : inline.kind === 'break' ? ' ' : inlineText(inline.children))).join('')
