import type { Bench } from '../bench.ts'
import { programsIn } from '../programs/index.ts'
import type { Reading } from '../worlds/laboratory.ts'
import { misconception } from '../feedback/misconception.ts'
import type { ReadingsDifference, Verdict } from '../verdict.ts'

type ReadLine = { readonly message: string; readonly a: Reading; readonly b: Reading }

/** Marks log lines on which two programs are to differ: one such line is enough. */
export async function gradeConstruct(bench: Bench, lines: readonly string[]): Promise<Verdict> {
  const written = lines.filter((line) => line.trim() !== '')
  if (written.length === 0)
    return { kind: 'empty', message: 'No line is written yet. Start from one you have seen in the log and change a word.' }
  const read = await readLines(bench, written)
  const difference = differenceOf(read)
  const { drawn } = bench
  if (read.some((line) => isWanted(bench, line))) {
    const { solution } = drawn
    const shown = solution === undefined ? {} : { solution: { text: solution.text, why: solution.why } }
    return {
      kind: 'pass',
      title: `Right: ${said(read.find((line) => isWanted(bench, line)))}`,
      notes: [],
      ...shown,
      after: drawn.after,
      difference,
    }
  }
  const known = await recognise(bench, read)
  if (known !== undefined) return misconception({ ...known, figures: figures(read), where: 'here', difference })
  return {
    kind: 'wrong',
    title: `Not yet: ${said(read[0])}`,
    right: ['It is a line, and both programs have read it.'],
    first: wanted(bench),
    difference,
  }
}

/** How both programs read each line; a pair of booleans is all that is compared. */
async function readLines(bench: Bench, lines: readonly string[]): Promise<readonly ReadLine[]> {
  const [a, b] = bench.drawn.given
  const [ofA, ofB] = [await readBy(bench, a?.text ?? '', lines), await readBy(bench, b?.text ?? '', lines)]
  return lines.map((message, at) => ({ message, a: ofA[at] ?? unread, b: ofB[at] ?? unread }))
}

const unread: Reading = { matched: false, ranges: [], reason: '' }

const readBy = ({ laboratory, drawn }: Bench, text: string, lines: readonly string[]): Promise<readonly Reading[]> =>
  programsIn(drawn.language).readLines(laboratory, text, drawn.world, lines)

function isWanted({ drawn }: Bench, { a, b }: ReadLine): boolean {
  if (a.matched === b.matched) return false
  return drawn.differ === 'either' || (drawn.differ === 'A only') === a.matched
}

async function recognise(bench: Bench, read: readonly ReadLine[]) {
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      const [known] = await readLines(
        bench,
        program.text.split('\n').filter((line) => line.trim() !== ''),
      )
      if (known !== undefined && read.every((line) => pair(line) === pair(known))) return { wrong, program }
    }
  }
  return undefined
}

const pair = ({ a, b }: ReadLine): string => `${a.matched} ${b.matched}`

function said(line: ReadLine | undefined): string {
  if (line === undefined) return 'nothing was read'
  if (line.a.matched && line.b.matched) return 'both keep this line'
  if (!line.a.matched && !line.b.matched) return 'neither keeps this line'
  return line.a.matched ? 'A keeps it and B does not' : 'B keeps it and A does not'
}

const wanted = ({ drawn }: Bench): string =>
  drawn.differ === 'either'
    ? 'One of the two should keep it, and the other should not.'
    : `Only ${drawn.differ === 'A only' ? 'A' : 'B'} should keep it.`

function figures(read: readonly ReadLine[]) {
  const message = read[0]?.message ?? ''
  const texts = {
    'first.key': message,
    'first.yours': message,
    'first.expected': message,
    'rows.yours': String(read.length),
    'rows.expected': '1',
  }
  const block = { kind: 'code' as const, language: 'lines', info: '', text: message }
  return { where: 'Here', texts, blocks: { 'first.yours': block, 'first.expected': block } }
}

const differenceOf = (read: readonly ReadLine[]): ReadingsDifference => ({
  kind: 'readings',
  lines: read.map(({ message, a, b }) => ({ message, programs: [told('A', a), told('B', b)] })),
})

const told = (name: string, { matched, ranges, reason }: Reading) => ({
  name,
  keeps: matched,
  ranges,
  ...(reason === '' ? {} : { reason }),
})
