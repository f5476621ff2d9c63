import { drawnOf } from '#grading/feedback/hints.ts'
import { choiceMarking, valueOf } from '#grading/kinds/choose.ts'
import { mustBeNamed } from '../answers.ts'
import { answerOf, emptyAnswer, say, type Gate } from '../gate.ts'
import { checkTimeZone } from '../repeatable.ts'

/** What a choice owes on each seed: right options pass, each Wrong gets its words, and no wrong option gives the right figure on all of them. */
export async function checkChoices(gate: Gate): Promise<void> {
  const line = gate.loaded.lines['Solution'] ?? 1
  const together = new Map<string, boolean>()
  for (let drawing = 0; drawing < gate.seeds; drawing++) {
    const drawn = drawnOf(gate.loaded.marking, drawing)
    const bench = { laboratory: gate.laboratory, marking: gate.loaded.marking, drawn, drawing, hidden: [] }
    const { items } = choiceMarking(bench)
    const right = { kind: 'choices', choices: items.map((item) => item.right) } as const
    gate.tried.right++
    const verdict = await gate.grade(drawing, right)
    if (verdict.kind !== 'pass')
      gate.failures.push({ line, message: `the right options do not pass on seed ${drawing + 1}: ${say(verdict)}` })
    if (drawing === 0) await checkTimeZone(gate, [{ answer: right, line }])
    const nothing = await gate.grade(drawing, emptyAnswer(gate.loaded, drawn))
    if (nothing.kind !== 'empty') gate.failures.push({ line, message: `the empty answer is not told from an answer: ${say(nothing)}` })
    for (const wrong of drawn.wrongs)
      for (const program of wrong.programs)
        await mustBeNamed(gate, drawing, wrong, answerOf(gate.loaded, drawn, program), program.line, gate.seeds)
    for (const { question, options, right: option } of items) {
      const value = await valueOf(bench, option)
      if (value === 'no datapoint') gate.failures.push({ line, message: `"${option}" has no datapoint on seed ${drawing + 1}` })
      for (const other of value === undefined ? [] : options.filter((one) => one !== option)) {
        const pair = `${question}\n${option}\n${other}`
        together.set(pair, (together.get(pair) ?? true) && (await valueOf(bench, other)) === value)
      }
    }
  }
  for (const [pair, isAlike] of together) {
    const [question = '', option = '', other = ''] = pair.split('\n')
    if (isAlike) gate.failures.push({ line, message: `"${question}": "${other}" gives the same figure as "${option}" on every seed` })
  }
}
