import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import type { Bench } from '../bench.ts'
import type { Night } from '../exercise.ts'
import type { AlarmMarking } from '../marking.ts'
import type { NightReport } from '../verdict.ts'
import { hiddenNights } from './hidden-nights.ts'
import { scoreNight, scoreNights } from './score.ts'

/** Nights with what an alarm did in each: those shown, then the hidden ones, round after round. */
export type Tried = { readonly nights: readonly Night[]; readonly reports: readonly NightReport[] }

export function alarmMarking({ marking, drawn }: Bench): AlarmMarking {
  if (drawn.alarm === undefined) throw new Error(`cannot mark ${marking.id}: it has no nights`)
  return drawn.alarm
}

/** The alarm as the product takes it: with a name, and with what is not the learner's to change. */
export function completeAlarm(alarm: MetricAlarm, { fixed, start }: Pick<AlarmMarking, 'fixed' | 'start'>): MetricAlarm {
  const kept = Object.fromEntries(fixed.flatMap((member) => (start[member] === undefined ? [] : [[member, start[member]]])))
  return { AlarmName: 'alarm', ...alarm, ...kept }
}

/** Runs an alarm over the nights shown, and over as many rounds of hidden ones as the bench has worlds. */
export async function tryNights(bench: Bench, alarm: MetricAlarm, rounds: number = bench.hidden.length): Promise<Tried> {
  const { laboratory, marking, drawing, signal } = bench
  const asked = alarmMarking(bench)
  const complete = completeAlarm(alarm, asked)
  const nights = [...asked.nights, ...hiddenNights(marking.id, drawing, asked.nights, rounds).flat()]
  const reports: NightReport[] = []
  for (const [at, night] of nights.entries()) {
    signal?.throwIfAborted()
    const replay = await laboratory.replay(complete, night.world, { range: night.range, ...(signal === undefined ? {} : { signal }) })
    reports.push(scoreNight(night, at >= asked.nights.length, complete, replay, asked.delay))
    bench.onProgress?.({ done: reports.length, total: nights.length })
  }
  return { nights, reports }
}

/** Whether the nights went as asked: the shown ones, and each hidden round by itself. */
export function isRight(asked: AlarmMarking, reports: readonly NightReport[]): boolean {
  const size = asked.nights.length
  for (let from = 0; from < reports.length; from += size) {
    const { caught, incidents, falsePages } = scoreNights(reports.slice(from, from + size))
    const needed = asked.catch === 'all' ? incidents : Math.min(asked.catch, incidents)
    if (caught < needed || falsePages > asked.falsePages) return false
  }
  return true
}
