import { substream, type Random } from '#lib/random.ts'
import { DAY, MINUTE, type Millis } from '#lib/time.ts'
import { webHost } from '../company/services.ts'
import { faultAt, type ActiveFault } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'
import { endOfMinute } from './queue.ts'

/** web-1 as a machine: what its visitors cost it, minute by minute. */
export type HostTask = { readonly part: 'host'; readonly kind: 'begin' | 'measure' }

/** Requests of the running minute, and CPU credits in hundredths: spent in the running five minutes, and left. */
export type HostState = { requests: number; spent: number; credits: number }

/** A t3.small: 24 credits an hour are earned, those of a day kept. */
const mostCredits = 57_600
const earnedAMinute = 40

export const openHost = (): HostState => ({ requests: 0, spent: 0, credits: mostCredits })

/** Hundredths of a per cent: at rest, and for each request a minute. */
const restingCpu = 550
const requestCpu = 7.2
const restingMemory = 2080
const usualDisk = 7600

export function handleHost(task: HostTask, stage: Stage): void {
  const { setting, state, now, emit } = stage
  if (task.kind === 'begin') return stage.schedule(endOfMinute(now), { part: 'host', kind: 'measure' })
  const { host } = state
  const random = substream(setting.seed, 'host', Math.floor((now - setting.start) / MINUTE))
  const usual = restingCpu + Math.round(host.requests * requestCpu) + random.below(500) - 250
  const cpu = Math.min(9980, Math.max(100, spike(stage, random) ?? usual))
  const spent = Math.round((cpu * webHost.cpus) / 100)
  host.spent += spent
  host.credits = Math.min(mostCredits, Math.max(0, host.credits + earnedAMinute - spent))
  const isFull = (now + 1) % (5 * MINUTE) === 0
  emit(now, {
    kind: 'host.level',
    cpu,
    memory: restingMemory + Math.round(host.requests / 4) + random.below(30),
    disk: usualDisk + Math.floor((now % DAY) / (10 * MINUTE)),
    connections: 6 + Math.round(host.requests / 20) + random.below(4),
    requests: host.requests,
    fiveMinutes: isFull ? { spent: host.spent, credits: host.credits } : undefined,
  })
  host.requests = 0
  if (isFull) host.spent = 0
  stage.schedule(endOfMinute(now + 1), task)
}

/** Two minutes in every five, never more than two in a row: nobody waits for anything while it lasts. */
function spike({ setting, now }: Stage, random: Random): number | undefined {
  const noise = faultAt(setting, 'noisy-cpu', now)
  const height = 300 + random.below(2700)
  return noise !== undefined && isSpike(setting.seed, noise, now) ? noise.strength * 100 + height : undefined
}

const spikesInFive = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
] as const

function isSpike(seed: number, { start }: ActiveFault, at: Millis): boolean {
  const minute = Math.floor(at / MINUTE) - Math.floor(start / MINUTE)
  const five = Math.floor(minute / 5)
  const choices = five === 0 ? spikesInFive.slice(0, 3) : spikesInFive
  return substream(seed, 'cpu', five)
    .pick(choices)
    .some((spiking) => spiking === minute % 5)
}
