import type { ClaimMarking, Program, RedactionMarking } from '#grading/marking.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Problem } from '../../prose.ts'
import type { Fence } from '../cut.ts'
import { readAlarm } from './alarm.ts'
import type { AskedItem } from './items.ts'
import { readClaim } from './claim.ts'
import { readPanel } from './panel.ts'

/** How the answers of an exercise are written in its file. */
export type AnswerForm = {
  /** The word behind the ticks. */
  readonly fence: string
  /** Members of an alarm that are written once, in the Solution. */
  readonly fixed: Partial<MetricAlarm>
  readonly isReading: boolean
  /** A choice has no fences: a wrong option is named by its heading. */
  readonly items?: readonly AskedItem[]
  /** A redaction has none either: a wrong answer is named by what it leaves in or takes out. */
  readonly redaction?: RedactionMarking
  /** The claim a Wrong is a part of. */
  readonly claim?: ClaimMarking
  /** Names the shuffle of options. */
  readonly order?: string
}

/** A fence as an answer: its text, and what it says where it is a form. */
export function fenceProgram(fence: Fence, found: string, form: AnswerForm, problems: Problem[]): Program {
  const program = { text: fence.text, line: fence.line }
  if (found !== form.fence) {
    problems.push({ line: fence.line, message: `expected a fence "${form.fence}", found "${found}"` })
    return program
  }
  if (form.fence === 'alarm') return { ...program, alarm: readAlarm(fence, form.fixed, problems) }
  if (form.fence === 'claim') return { ...program, claim: readClaim(fence, form, problems) }
  return form.fence === 'panel' ? { ...program, panel: readPanel(fence, problems) } : program
}
