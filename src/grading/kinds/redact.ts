import type { Block } from '#lib/text/prose.ts'
import type { Bench } from '../bench.ts'
import type { LineMark } from '../exercise.ts'
import { misconception } from '../feedback/misconception.ts'
import type { RedactionMarking, RedactionSlip, Wrong, WrongProgram } from '../marking.ts'
import { covers, touches, wordsOf } from '../redaction/words.ts'
import { count } from '../results/explain.ts'
import type { Figures } from '../results/fill.ts'
import type { MarkReport, MarksDifference, Verdict } from '../verdict.ts'

/** Marks what somebody would take out of a log: all that must not be there, and nothing that is needed. */
export async function gradeMarks(bench: Bench, marks: readonly LineMark[]): Promise<Verdict> {
  const asked = redactionMarking(bench)
  if (marks.length === 0)
    return { kind: 'empty', message: 'Nothing is marked yet. Mark the first thing you would not want a stranger to read.' }
  const difference: MarksDifference = { kind: 'marks', pieces: reportOn(asked, marks) }
  const again = bench.marking.drawings.length > 1 ? { drawAgain: bench.drawing + 1 } : {}
  const secrets = asked.pieces.filter(({ isSecret }) => isSecret)
  const wrong = difference.pieces.filter(({ state }) => state !== 'found')
  if (wrong.length === 0) {
    const title = `Right: all ${count(secrets.length, 'piece')}, and what is needed stays`
    return { kind: 'pass', title, notes: [], after: bench.drawn.after, difference, ...again }
  }
  const known = recognise(bench, wrong)
  if (known !== undefined)
    return misconception({ ...known, figures: figures(asked, known.piece, wrong.length), where: 'here', difference, ...again })
  return { kind: 'wrong', ...words(asked, difference.pieces), difference, ...again }
}

export function redactionMarking({ marking, drawn }: Bench): RedactionMarking {
  if (drawn.redaction === undefined) throw new Error(`cannot mark ${marking.id}: it has no lines`)
  return drawn.redaction
}

/** What became of every named piece, and of every word beside them that was marked. */
export function reportOn({ lines, pieces }: RedactionMarking, marks: readonly LineMark[]): readonly MarkReport[] {
  return lines.flatMap((text, line) => {
    const words = wordsOf(text)
    const named = pieces.filter((piece) => piece.line === line)
    const told = named.flatMap(({ from, to, label, isSecret }): readonly MarkReport[] => {
      const inside = words.filter((word) => word.from < to && word.to > from)
      const marked = inside.filter((word) => marks.some((mark) => covers(mark, line, word)))
      const report = { line, from, to, label, text: text.slice(from, to) }
      if (isSecret) return [{ ...report, state: marked.length === inside.length ? 'found' : marked.length > 0 ? 'half' : 'missed' }]
      return inside.some((word) => marks.some((mark) => touches(mark, line, word))) ? [{ ...report, state: 'spoilt' }] : []
    })
    const beside = words.filter((word) => !named.some(({ from, to }) => word.from < to && word.to > from))
    const spoilt = beside
      .filter((word) => marks.some((mark) => touches(mark, line, word)))
      .map((word): MarkReport => ({ line, ...word, text: text.slice(word.from, word.to), state: 'spoilt' }))
    return [...told, ...spoilt].sort((left, right) => left.from - right.from)
  })
}

type Known = { readonly wrong: Wrong; readonly program: WrongProgram; readonly piece: MarkReport }

/** The first misconception of the file that this is; what was taken out is spoken of when nothing is left in. */
function recognise({ drawn }: Bench, pieces: readonly MarkReport[]): Known | undefined {
  const found: Known[] = []
  for (const wrong of drawn.wrongs) {
    for (const program of wrong.programs) {
      const piece = program.slip === undefined ? undefined : pieces.find((one) => isSlip(one, program.slip))
      if (piece !== undefined) found.push({ wrong, program, piece })
    }
  }
  const isOpen = pieces.some(({ state }) => state !== 'spoilt')
  return found.find(({ program }) => !isOpen || program.slip?.kind === 'missed')
}

const isSlip = ({ state, label }: MarkReport, slip: RedactionSlip | undefined): boolean =>
  label === slip?.label && (slip?.kind === 'marked') === (state === 'spoilt')

function words({ pieces }: RedactionMarking, reports: readonly MarkReport[]): { title: string; right: readonly string[]; first: string } {
  const secrets = pieces.filter(({ isSecret }) => isSecret).length
  const found = reports.filter(({ state }) => state === 'found').length
  const spoilt = reports.filter(({ state }) => state === 'spoilt')
  const [open] = reports.filter(({ state }) => state === 'missed' || state === 'half')
  const right = [
    ...(found > 0 ? [`${found} of the ${count(secrets, 'piece')} that must go ${found === 1 ? 'is' : 'are'} marked.`] : []),
    ...(spoilt.length === 0 ? ['Nothing is marked that somebody will need.'] : []),
  ]
  if (open !== undefined) {
    const title = secrets - found === 1 ? 'Close: one piece is still readable' : `Not yet: ${secrets - found} pieces are still readable`
    return { title, right, first: stillThere(open) }
  }
  const [needed] = spoilt
  const title = spoilt.length === 1 ? 'Close: one word too many is gone' : 'Close: more is gone than must be'
  return {
    title,
    right,
    first:
      needed === undefined
        ? ''
        : `"${needed.text}" in line ${needed.line + 1} may stay: without it the line says less to whoever looks for the fault.`,
  }
}

const stillThere = ({ state, line }: MarkReport): string =>
  state === 'half'
    ? `In line ${line + 1} only a part of a piece is marked; what is left of it can still be read.`
    : `In line ${line + 1} something still stands that must not be logged.`

function figures({ lines, pieces }: RedactionMarking, piece: MarkReport, wrong: number): Figures {
  const texts = {
    'first.key': `line ${piece.line + 1}`,
    'first.yours': piece.text,
    'first.expected': piece.text,
    'rows.yours': String(wrong),
    'rows.expected': String(pieces.filter(({ isSecret }) => isSecret).length),
  }
  const block: Block = { kind: 'code', language: 'lines', info: '', text: lines[piece.line] ?? '' }
  return { where: 'Here', texts, blocks: { 'first.yours': block, 'first.expected': block } }
}
