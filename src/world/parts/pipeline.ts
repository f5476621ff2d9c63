import { substream, type Random } from '#lib/random.ts'
import { DAY, HOUR, MINUTE, type Millis } from '#lib/time.ts'
import { parseDuration } from '#lib/duration.ts'
import { happens, logNormalFactor } from '../chance/draws.ts'
import { branches, branchNames } from '../company/branches.ts'
import { warehouseRefused } from '../company/errors.ts'
import { functions } from '../company/services.ts'
import { faultAt, faultsAt, isSilent, textParameter, type ActiveFault, type Setting } from '../episode/setting.ts'
import type { Stage } from '../episode/stage.ts'
import { beginCall, endCall, exitError, type Call } from './lambda.ts'
import { takeFile } from './load-queue.ts'

/** Sales files on their way: a branch uploads, extract reads, load writes to the warehouse, report counts. */
export type PipelineTask =
  | { readonly part: 'pipeline'; readonly kind: 'day'; readonly day: number }
  | { readonly part: 'pipeline'; readonly kind: 'tick'; readonly upload: number }
  | { readonly part: 'pipeline'; readonly kind: 'upload' | 'load'; readonly file: UploadedFile; readonly attempt: number }
  | { readonly part: 'pipeline'; readonly kind: 'report'; readonly run: number }

type UploadedFile = { readonly name: string; readonly branch: string; readonly rows: number }

const filesADay = ['sales', 'stock', 'hours']
/** Every branch uploads before six. */
const firstUploadAt = 4 * HOUR + 40 * MINUTE
const betweenFiles = 25 * MINUTE
const loadMs = 640
/** What load takes for the small files of a brisk day, and how the warehouse's hours (UTC) weigh on it, in thousandths. */
const briskLoadMs = 360
const warehouseHours = [
  1040, 1000, 970, 950, 950, 960, 980, 1000, 1020, 1030, 1030, 1040, 1050, 1050, 1040, 1030, 1020, 1000, 990, 1000, 1020, 1050, 1080, 1070,
]
/** From the upload on, a brisk day's file is loaded within that, so that no minute goes without. */
const handlingMs = 5000
const reportMs = 420
const loadTimeoutShare = 80
const reportErrorShare = 200
const retryMs = MINUTE
/** A file: its first line, and a line for each sale. */
const headBytes = 52
const rowBytes = 41
const leakLimitMb = functions.load.memoryMb

export function handlePipeline(task: PipelineTask, stage: Stage): void {
  switch (task.kind) {
    case 'day':
      return openDay(task.day, stage)
    case 'tick':
      return tick(task.upload, stage)
    case 'upload':
      return extract(task.file, stage)
    case 'load':
      return load(task.file, task.attempt, stage)
    case 'report':
      return report(task.run, stage)
  }
}

/** A day's files of all branches; with `every`, files come one after the other instead. */
function openDay(day: number, stage: Stage): void {
  const { setting, schedule } = stage
  const every = parseDuration(textParameter(setting, 'every'))
  if (every !== undefined) return schedule(stage.now, { part: 'pipeline', kind: 'tick', upload: 0 })
  const midnight = Math.floor(setting.start / DAY) * DAY + day * DAY
  schedule(midnight + DAY, { part: 'pipeline', kind: 'day', day: day + 1 })
  for (const [slot, kind] of filesADay.entries()) {
    for (const branch of branchNames) {
      const random = substream(setting.seed, 'upload', day, branch, kind)
      const at = midnight + firstUploadAt + slot * betweenFiles + random.below(betweenFiles)
      const file = drawFile(random, branch, `${dateText(midnight - DAY)}/${branch}-${kind}.csv`)
      if (at >= stage.now) schedule(at, { part: 'pipeline', kind: 'upload', file, attempt: 1 })
    }
  }
}

function tick(upload: number, stage: Stage): void {
  const { setting, schedule, now } = stage
  const every = parseDuration(textParameter(setting, 'every')) ?? HOUR
  const random = substream(setting.seed, 'upload', upload)
  const branch = branchNames[upload % branchNames.length] ?? 'leeds'
  const file = drawFile(random, branch, `${dateText(now)}/${branch}-sales-${String(upload).padStart(4, '0')}.csv`)
  schedule(now + random.below(isBrisk(setting) ? every - handlingMs : every), { part: 'pipeline', kind: 'upload', file, attempt: 1 })
  schedule(now + every, { part: 'pipeline', kind: 'tick', upload: upload + 1 })
}

function drawFile(random: Random, branch: string, name: string): UploadedFile {
  const usual = branches.find((known) => known.name === branch)?.rows ?? 100
  return { name, branch, rows: Math.round((usual * (700 + random.below(601))) / 1000) }
}

const dateText = (at: Millis): string => new Date(at).toISOString().slice(0, 10)

/** A gentle spread: two thirds fixed, one third log-normal. */
const spread = (random: Random, median: number): number => Math.max(1, Math.round((median * (670 + 0.33 * logNormalFactor(random))) / 1000))

function extract(file: UploadedFile, stage: Stage): void {
  const { setting, now } = stage
  stage.emit(now, { kind: 'storage.put', bytes: headBytes + file.rows * rowBytes })
  if (faultAt(setting, 'upload-stopped', now) !== undefined || isSilent('extract', setting, now)) return
  const random = substream(setting.seed, 'extract', file.name)
  const call = beginCall(stage, 'extract', random)
  if (call === undefined) return
  const usual = branches.find(({ name }) => name === file.branch)?.extractMs ?? 280
  const durationMs = Math.round(spread(random, usual) * slowness(file.branch, stage))
  finishFile(stage, call, { what: 'extracted', file, durationMs })
  const loadAt = call.startedAt + durationMs + 400 + random.below(1200)
  stage.schedule(call.startedAt + durationMs, { part: 'load-queue', kind: 'send', file: file.name })
  stage.schedule(loadAt, { part: 'pipeline', kind: 'load', file, attempt: 1 })
}

/** Mondays only: the weekend's files come at once. */
function slowness(branch: string, { setting, now }: Stage): number {
  const fault = faultAt(setting, 'slow-branch', now)
  const isMonday = new Date(now).getUTCDay() === 1
  return fault !== undefined && isMonday && branch === fault.options['branch'] ? fault.strength : 1
}

function load(file: UploadedFile, attempt: number, stage: Stage): void {
  const { setting } = stage
  const random = substream(setting.seed, 'load', file.name, attempt)
  const call = beginCall(stage, 'load', random)
  if (call === undefined) return
  takeFile(stage, attempt)
  const { invocation, startedAt } = call
  const usedMb = functions.load.usedMb + leaked(stage, call)
  const durationMs = Math.round(loadTime(random, stage) * congestion(stage))
  if (attempt > 1) {
    const entry = { what: 'load retried', file: file.name, branch: file.branch, attempt } as const
    stage.emit(startedAt, { kind: 'lambda.log', invocation, level: 'WARNING', entry })
  }
  const retry = (at: Millis): void => stage.schedule(at + retryMs, { part: 'pipeline', kind: 'load', file, attempt: attempt + 1 })
  if (usedMb >= leakLimitMb) {
    stage.emit(startedAt + durationMs, { kind: 'lambda.kill', invocation, cause: 'memory', afterMs: durationMs })
    endCall(stage, call, durationMs, { status: 'error', errorType: exitError, usedMb })
    return retry(startedAt + durationMs)
  }
  if (!isBrisk(setting) && happens(random, loadTimeoutShare)) {
    const { timeoutMs } = functions.load
    endCall(stage, call, timeoutMs, { status: 'timeout', usedMb })
    return retry(startedAt + timeoutMs)
  }
  finishFile(stage, call, { what: 'loaded', file, durationMs, usedMb })
  stage.schedule(startedAt + durationMs, { part: 'load-queue', kind: 'delete', file: file.name })
}

/** Files come every two minutes or more often: small ones, which the warehouse takes without a stumble of its own. */
function isBrisk(setting: Setting): boolean {
  const every = parseDuration(textParameter(setting, 'every'))
  return every !== undefined && every <= 2 * MINUTE && every > handlingMs
}

function loadTime(random: Random, { setting, now }: Stage): number {
  if (!isBrisk(setting)) return spread(random, loadMs)
  const hour = Math.floor((now % DAY) / HOUR)
  const from = warehouseHours[hour] ?? 1000
  const to = warehouseHours[(hour + 1) % 24] ?? 1000
  const mood = from + ((to - from) * (now % HOUR)) / HOUR
  return (briskLoadMs * mood * (930 + 0.07 * logNormalFactor(random))) / 1_000_000
}

/** What the environment has not given back: so many megabytes for each call it has served. */
const leaked = ({ setting, now }: Stage, { environment }: Call): number =>
  (faultAt(setting, 'function-leak', now)?.strength ?? 0) * environment.calls

/** The warehouse's mood: how many times longer a load takes; where faults meet, the strongest counts. */
function congestion({ setting, now }: Stage): number {
  const isOver = (fault: ActiveFault): boolean => fault.name !== 'flapping' || Math.floor((now - fault.start) / MINUTE) % 2 === 0
  const slow = faultsAt(setting, ['queueing', 'slow-file', 'flapping'], now).filter(isOver)
  return slow.length === 0 ? 1 : Math.max(...slow.map(({ strength }) => strength))
}

function report(run: number, stage: Stage): void {
  const { setting, now, schedule } = stage
  schedule(now + (parseDuration(textParameter(setting, 'report')) ?? HOUR), { part: 'pipeline', kind: 'report', run: run + 1 })
  if (isSilent('report', setting, now)) return
  const random = substream(setting.seed, 'report', run)
  const call = beginCall(stage, 'report', random)
  if (call === undefined) return
  const branch = branchNames[run % branchNames.length] ?? 'leeds'
  const file = drawFile(random, branch, `${dateText(now)}/${branch}.json`)
  const durationMs = spread(random, reportMs)
  if (!happens(random, reportErrorShare)) return finishFile(stage, call, { what: 'reported', file, durationMs })
  stage.emit(call.startedAt + durationMs, { kind: 'lambda.raise', invocation: call.invocation, error: warehouseRefused })
  endCall(stage, call, durationMs, { status: 'error', errorType: warehouseRefused.type })
}

type Work = {
  readonly what: 'extracted' | 'loaded' | 'reported'
  readonly file: UploadedFile
  readonly durationMs: number
  readonly usedMb?: number
}

/** The one line a file leaves, and the end of the call a moment later. */
function finishFile(stage: Stage, call: Call, { what, file, durationMs, usedMb }: Work): void {
  const entry = { what, file: file.name, branch: file.branch, rows: file.rows, durationMs } as const
  stage.emit(call.startedAt + durationMs, { kind: 'lambda.log', invocation: call.invocation, level: 'INFO', entry })
  endCall(stage, call, durationMs + 2 + call.random.below(9), usedMb === undefined ? { status: 'success' } : { status: 'success', usedMb })
}
