import type { Bench } from '../bench.ts'
import { hasHabit } from '../claim/habit.ts'
import { cellTime, readTime } from '../claim/times.ts'
import { claimParts, type Answer, type ClaimPart } from '../exercise.ts'
import { misconception } from '../feedback/misconception.ts'
import type { ClaimMarking, ClaimTruth, Wrong, WrongProgram } from '../marking.ts'
import { clockText } from '../nights/hidden-nights.ts'
import { count } from '../results/explain.ts'
import type { Figures } from '../results/fill.ts'
import type { ClaimDifference, Note, Verdict } from '../verdict.ts'

export type Claimed = Extract<Answer, { kind: 'claim' }>

type Report = ClaimDifference['parts'][number]

/** Marks a claim and what it rests on; which part stays open is told, never what would be right. */
export async function gradeClaim(bench: Bench, claimed: Claimed): Promise<Verdict> {
  const asked = claimMarking(bench)
  const open = await openPart(bench, claimed)
  if (open !== undefined) return { kind: 'empty', message: open }
  const parts: Report[] = []
  for (const part of partsOf(asked)) {
    const isRight = await isTrue(bench, asked, part, claimed.claim[part] ?? '')
    parts.push({ part, isRight, says: part === 'line' ? names.line : `${names[part]}: ${(claimed.claim[part] ?? '').trim()}` })
  }
  const evidence = await evidenceReport(bench, claimed)
  const difference: ClaimDifference = { kind: 'claim', parts: evidence === undefined ? parts : [...parts, evidence] }
  const wrong = difference.parts.filter(({ isRight }) => !isRight)
  const [first] = wrong
  if (first === undefined) {
    const title = asked.evidence === undefined ? 'Right: the claim holds' : 'Right: the claim holds, and the evidence carries it'
    return { kind: 'pass', title, notes: notesOn(asked, claimed), after: bench.drawn.after, difference }
  }
  const known = first.part === 'evidence' ? undefined : await recognise(bench, claimed, wrong)
  if (known !== undefined) return misconception({ ...known, where: 'here', difference })
  return { kind: 'wrong', ...words(difference, wrong, first, claimed), difference }
}

export function claimMarking({ marking, drawn }: Bench): ClaimMarking {
  if (drawn.claim === undefined) throw new Error(`cannot mark ${marking.id}: it asks for no claim`)
  return drawn.claim
}

const partsOf = (truth: ClaimTruth): readonly ClaimPart[] => claimParts.filter((part) => truth[part] !== undefined)

const names: Readonly<Record<ClaimPart | 'evidence', string>> = {
  cause: 'The cause',
  start: 'The start',
  customers: 'The count',
  line: 'The line pointed at',
  request: 'The request',
  evidence: 'The evidence',
}

/** A sentence where something is not said yet, or cannot be read. */
async function openPart(bench: Bench, { claim }: Claimed): Promise<string | undefined> {
  const asked = partsOf(claimMarking(bench))
  const missing = asked.filter((part) => (claim[part] ?? '').trim() === '')
  if (missing.length === asked.length) return 'Nothing is claimed yet. Look around first; a wrong claim costs nothing here.'
  if (missing.length > 0)
    return `Still open: ${missing.map((part) => names[part].toLowerCase()).join(', ')}. A guess will do; wrong claims cost nothing here.`
  const range = await bench.laboratory.range(bench.drawn.world)
  if (asked.includes('start') && readTime(claim.start ?? '', range) === undefined)
    return `The start is a time in UTC such as 14:32, found "${claim.start ?? ''}".`
  if (asked.includes('customers') && readCount(claim.customers ?? '') === undefined)
    return `The count is a number, found "${claim.customers ?? ''}".`
  return undefined
}

const readCount = (text: string): number | undefined => {
  const plain = text.replace(/[\s\u2009,]/g, '')
  return /^\d+$/.test(plain) ? Number(plain) : undefined
}

/** Whether what is claimed of one part agrees with what a truth, or a misconception, says of it. */
async function isTrue(bench: Bench, truth: ClaimTruth, part: ClaimPart, said: string): Promise<boolean> {
  const text = said.trim()
  switch (part) {
    case 'cause':
      return text === truth.cause
    case 'start': {
      const was = await startOf(bench, truth)
      const at = readTime(text, await bench.laboratory.range(bench.drawn.world))
      return was !== undefined && at !== undefined && isNear(at, was, truth.start?.within ?? 0)
    }
    case 'customers': {
      const [cell] = await columnOf(bench, truth.customers?.insights)
      const claimed = readCount(text)
      return cell !== undefined && claimed !== undefined && Math.abs(Number(cell) - claimed) <= (truth.customers?.within ?? 0)
    }
    case 'line':
      return (await linesOf(bench, truth)).some((line) => squeeze(line) === squeeze(text))
    case 'request':
      return (await columnOf(bench, truth.request?.insights)).includes(text)
  }
}

// a minute is claimed as its beginning
const isNear = (at: number, was: number, within: number): boolean => at >= was - within - 60_000 && at <= was + within

const squeeze = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** When it began, as the world shown says. */
export async function startOf(bench: Bench, { start }: ClaimTruth): Promise<number | undefined> {
  const [cell] = await columnOf(bench, start?.insights)
  return cell === undefined ? undefined : cellTime(cell)
}

/** The first column of a query over all groups shown; nothing where it has no rows. */
export async function columnOf({ laboratory, drawn }: Bench, insights: string | undefined): Promise<readonly string[]> {
  if (insights === undefined) return []
  const outcome = await laboratory.run('insights', insights, drawn.world)
  return outcome.kind === 'table'
    ? outcome.rows.flatMap(([cell]) => (cell === null || cell === undefined || cell === '' ? [] : [cell]))
    : []
}

/** The lines that may be pointed at. */
export async function linesOf({ laboratory, drawn }: Bench, { line }: ClaimTruth): Promise<readonly string[]> {
  if (line === undefined) return []
  const outcome = await laboratory.run('filter-pattern', line.pattern, drawn.world)
  return outcome.kind === 'events' ? outcome.events.map(({ message }) => message) : []
}

/** Evidence counts once for each console, where its time range holds the start. */
async function evidenceReport(bench: Bench, { journal, evidence }: Claimed): Promise<Report | undefined> {
  const asked = claimMarking(bench)
  if (asked.evidence === undefined) return undefined
  const { from, of, overlapsStart } = asked.evidence
  const start = overlapsStart ? await startOf(bench, asked) : undefined
  const cited = evidence.flatMap((at) => journal[at] ?? []).filter(({ console }) => of.includes(console))
  const looking = cited.filter(({ range }) => start === undefined || (range.start <= start && range.end > start))
  const consoles = new Set(looking.map(({ console }) => console))
  if (consoles.size >= from) return { part: 'evidence', isRight: true, says: `The evidence: ${count(consoles.size, 'console')}` }
  const apart = cited.length - looking.length
  const says =
    apart > 0
      ? `The evidence: ${apart === 1 ? 'one query' : `${apart} queries`} you cite ${apart === 1 ? 'does' : 'do'} not look at the time it began`
      : `The evidence: it comes from ${count(consoles.size, 'console')}, and ${from} of ${of.join(', ')} are asked for`
  return { part: 'evidence', isRight: false, says }
}

type Known = { readonly wrong: Wrong; readonly program: WrongProgram; readonly figures: Figures }

/** The first misconception of the file whose parts these are, or whose habit the journal shows. */
async function recognise(bench: Bench, claimed: Claimed, open: readonly Report[]): Promise<Known | undefined> {
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      if (program.habit !== undefined && hasHabit(claimed.journal, program.habit))
        return { wrong, program, figures: await figuresOf(bench, claimed, open[0]) }
      const parts = program.claim === undefined ? [] : partsOf(program.claim)
      const reports = open.filter(({ part }) => parts.some((one) => one === part))
      if (parts.length === 0 || reports.length < parts.length) continue
      let isAlike = true
      for (const part of parts) isAlike &&= await isTrue(bench, program.claim ?? {}, part, claimed.claim[part] ?? '')
      if (isAlike) return { wrong, program, figures: await figuresOf(bench, claimed, reports[0]) }
    }
  }
  return undefined
}

async function figuresOf(bench: Bench, { claim, journal }: Claimed, report: Report | undefined): Promise<Figures> {
  const part = report === undefined || report.part === 'evidence' ? undefined : report.part
  const yours = part === undefined ? '' : (claim[part] ?? '')
  const start = await startOf(bench, claimMarking(bench))
  const texts = {
    'first.key': part === undefined ? '' : names[part].toLowerCase(),
    'first.yours': yours,
    'first.expected': start === undefined ? '' : `${clockText(start)} UTC`,
    'rows.yours': String(journal.length),
    'rows.expected': String(claimMarking(bench).queries ?? journal.length),
  }
  return { where: 'Here', texts, blocks: { 'first.yours': { kind: 'code', language: 'lines', info: '', text: yours } } }
}

function words({ parts }: ClaimDifference, wrong: readonly Report[], first: Report, { journal }: Claimed) {
  const right = parts.filter(({ isRight }) => isRight)
  const list = right.map(({ part }) => names[part].toLowerCase()).join(', ')
  const title =
    wrong.length > 1
      ? `Not yet: ${right.length} of ${parts.length} parts of the claim hold`
      : first.part === 'evidence'
        ? 'Close: the claim holds, the evidence does not carry it'
        : `Close: ${names[first.part].toLowerCase()} does not hold`
  const asked = journal.length === 0 ? ' You have not asked the logs anything yet.' : ''
  return {
    title,
    right: right.length === 0 ? [] : [`What holds: ${list}.`],
    first: first.part === 'evidence' ? `${first.says}.` : `${first.says} does not agree with the logs.${asked}`,
  }
}

function notesOn({ queries }: ClaimMarking, { journal }: Claimed): readonly Note[] {
  if (queries === undefined || journal.length <= queries) return []
  return [
    { kind: 'queries', message: `You asked ${journal.length} times; ${queries} will do, and in a real account every one is paid for.` },
  ]
}
