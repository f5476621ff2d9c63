import type { AlarmState, MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Replay } from '#lib/alarm/replay.ts'
import type { Millis } from '#lib/time.ts'
import type { Bench } from '../bench.ts'
import { misconception } from '../feedback/misconception.ts'
import { clockText } from '../nights/hidden-nights.ts'
import { count } from '../results/explain.ts'
import type { StatesDifference, Verdict } from '../verdict.ts'
import { alarmOf } from './alarm.ts'

/** Marks the states somebody expects an alarm to be in. */
export async function gradeStates(bench: Bench, marked: readonly (AlarmState | null)[]): Promise<Verdict> {
  const { alarm, moments } = statesMarking(bench)
  const yours = moments.map((_, at) => marked[at] ?? null)
  const open = yours.filter((state) => state === null).length
  if (open > 0) return { kind: 'empty', message: openWords(open, moments.length) }
  const truth = await statesOf(bench, alarm)
  const difference = await differenceOf(bench, yours, truth)
  const drawAgain = bench.drawing + 1
  const wrong = difference.moments.filter((moment) => moment.yours !== moment.truth)
  const [first] = wrong
  if (first === undefined)
    return {
      kind: 'pass',
      title: `Right: all ${count(moments.length, 'moment')}`,
      notes: [],
      after: bench.drawn.after,
      difference,
      drawAgain,
    }
  const known = await recognise(bench, yours)
  if (known !== undefined)
    return misconception({ ...known, figures: figures(difference, first, wrong.length), where: 'here', difference, drawAgain })
  const right = moments.length - wrong.length
  return {
    kind: 'wrong',
    title: wrong.length === 1 ? 'Close: one moment is different' : `Not yet: ${wrong.length} moments are different`,
    right: right === 0 ? [] : [`${right} of the ${count(moments.length, 'moment')} ${right === 1 ? 'is' : 'are'} right.`],
    first: `At ${clockText(first.at)} UTC you expected ${stateWords[first.yours]}; it was ${stateWords[first.truth]}.`,
    ...(first.why === '' ? {} : { why: first.why }),
    difference,
    drawAgain,
  }
}

const stateWords: Readonly<Record<AlarmState, string>> = { OK: 'OK', ALARM: 'In alarm', INSUFFICIENT_DATA: 'Insufficient data' }

const openWords = (open: number, all: number): string =>
  open === all
    ? 'No state is marked yet. Commit to something; a wrong guess is how this sticks.'
    : `${count(open, 'moment')} ${open === 1 ? 'has' : 'have'} no state yet. Commit to something; a wrong guess is how this sticks.`

export function statesMarking({ marking, drawn }: Bench): { readonly alarm: MetricAlarm; readonly moments: readonly Millis[] } {
  if (drawn.states === undefined) throw new Error(`cannot mark ${marking.id}: it asks for no states`)
  return drawn.states
}

/** The state of an alarm at each moment asked for, in the world shown. */
export async function statesOf(bench: Bench, alarm: MetricAlarm): Promise<readonly AlarmState[]> {
  const { laboratory, drawn } = bench
  const replay = await laboratory.replay(named(alarm), drawn.world)
  return statesMarking(bench).moments.map((at) => stateAt(replay, at))
}

const named = (alarm: MetricAlarm): MetricAlarm => ({ AlarmName: 'alarm', ...alarm })

const stateAt = ({ stretches }: Replay, at: Millis): AlarmState =>
  stretches.findLast(({ start }) => start <= at)?.state ?? 'INSUFFICIENT_DATA'

async function differenceOf(bench: Bench, yours: readonly (AlarmState | null)[], truth: readonly AlarmState[]): Promise<StatesDifference> {
  const { alarm, moments } = statesMarking(bench)
  const replay = await bench.laboratory.replay(named(alarm), bench.drawn.world)
  const reports: StatesDifference['moments'][number][] = []
  for (const [nth, at] of moments.entries()) {
    const was = truth[nth] ?? 'INSUFFICIENT_DATA'
    const before = stateAt(replay, at - 1)
    const { says } = await bench.laboratory.explainAlarm(named(alarm), bench.drawn.world, at, before)
    reports.push({ at, yours: yours[nth] ?? was, truth: was, why: says.join(' ') })
  }
  return { kind: 'states', moments: reports }
}

async function recognise(bench: Bench, yours: readonly (AlarmState | null)[]) {
  for (const wrong of bench.drawn.wrongs) {
    for (const program of wrong.programs) {
      const theirs = await statesOf(bench, alarmOf(program))
      if (theirs.every((state, at) => state === yours[at])) return { wrong, program }
    }
  }
  return undefined
}

function figures({ moments }: StatesDifference, first: StatesDifference['moments'][number], wrong: number) {
  const texts = {
    'first.key': `${clockText(first.at)} UTC`,
    'first.yours': stateWords[first.yours],
    'first.expected': stateWords[first.truth],
    'rows.yours': String(wrong),
    'rows.expected': String(moments.length),
  }
  return { where: 'Here', texts, blocks: {} }
}
