import type { LineMark } from '#grading/exercise.ts'
import { drawnOf } from '#grading/feedback/hints.ts'
import { redactionMarking } from '#grading/kinds/redact.ts'
import type { RedactionMarking, RedactionSlip } from '#grading/marking.ts'
import { mustBeNamed } from '../answers.ts'
import { say, type Gate } from '../gate.ts'
import { checkTimeZone } from '../repeatable.ts'

/** What a redaction owes in each drawing: the named pieces pass, everything marked does not, and each slip gets its words. */
export async function checkRedaction(gate: Gate): Promise<void> {
  for (const [drawing] of gate.loaded.marking.drawings.entries()) await checkDrawing(gate, drawing)
}

async function checkDrawing(gate: Gate, drawing: number): Promise<void> {
  const { loaded, laboratory, failures, tried } = gate
  const drawn = drawnOf(loaded.marking, drawing)
  const asked = redactionMarking({ laboratory, marking: loaded.marking, drawn, drawing, hidden: [] })
  const line = loaded.lines['Given'] ?? 1
  const on = `in drawing ${drawing + 1}`
  const right = { kind: 'marks', marks: truthOf(asked) } as const
  tried.right++
  const verdict = await gate.grade(drawing, right)
  if (verdict.kind !== 'pass') failures.push({ line, message: `the pieces named do not pass ${on}: ${say(verdict)}` })
  if (drawing === 0) await checkTimeZone(gate, [{ answer: right, line }])
  const everything = asked.lines.map((text, at) => ({ line: at, from: 0, to: text.length }))
  const all = await gate.grade(drawing, { kind: 'marks', marks: everything })
  if (all.kind === 'pass') failures.push({ line, message: `everything may be marked ${on}: there is nothing that must stay` })
  const nothing = await gate.grade(drawing, { kind: 'marks', marks: [] })
  if (nothing.kind !== 'empty') failures.push({ line, message: `the empty answer is not told from an answer: ${say(nothing)}` })
  for (const wrong of drawn.wrongs) {
    for (const { slip, line: at } of wrong.programs) {
      const marks = slip === undefined ? [] : withSlip(asked, slip)
      if (marks.length > 0) await mustBeNamed(gate, drawing, wrong, { kind: 'marks', marks }, at, gate.seeds)
    }
  }
}

const truthOf = ({ pieces }: RedactionMarking): readonly LineMark[] =>
  pieces.filter(({ isSecret }) => isSecret).map(({ line, from, to }) => ({ line, from, to }))

/** All that is right but for one class. */
const withSlip = ({ pieces }: RedactionMarking, slip: RedactionSlip): readonly LineMark[] =>
  pieces
    .filter(({ label, isSecret }) => (slip.kind === 'missed' ? isSecret && label !== slip.label : isSecret || label === slip.label))
    .map(({ line, from, to }) => ({ line, from, to }))
