import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { livePart, type LiveStep, type Slide } from '#deck/slide.ts'

type QueryStep = Extract<LiveStep, { readonly kind: 'query' }>

/** Hands counted for one question, option by option, round by round; a second round stands beside the first. */
export type Tally = { readonly rounds: readonly (readonly number[])[]; readonly isHidden: boolean }

/** What the room is asked now: a poll, or the last thing a live pane's steps asked. */
export type Question = {
  readonly id: string
  readonly text: string
  readonly options: readonly string[]
  readonly faces: boolean
  /** The room has seen the answer. */
  readonly isAnswered: boolean
  readonly answer: number | undefined
}

export const emptyTally = (options: number): Tally => ({ rounds: [Array.from({ length: options }, () => 0)], isHidden: false })

/** One hand more or one less; never below none. */
export function countHand(tally: Tally, option: number, by: 1 | -1): Tally {
  const round = tally.rounds.at(-1) ?? []
  if (option >= round.length) return tally
  const counted = round.map((hands, at) => (at === option ? Math.max(0, hands + by) : hands))
  return { ...tally, rounds: [...tally.rounds.slice(0, -1), counted] }
}

/** Peer instruction: vote, talk, vote again. A third press starts over. */
export function nextRound(tally: Tally): Tally {
  const empty = (tally.rounds[0] ?? []).map(() => 0)
  return { ...tally, rounds: tally.rounds.length === 1 ? [...tally.rounds, empty] : [empty] }
}

export const handsIn = (round: readonly number[]): number => round.reduce((sum, hands) => sum + hands, 0)

/** The question on a slide at one of its steps. `count` is what the live pane's last run kept, where it ran the step's own text. */
export function questionAt(slide: Slide, step: number, count?: number): Question | undefined {
  const poll = slide.parts.find((part) => part.kind === 'poll')
  if (poll !== undefined) {
    return { id: slide.id, text: poll.question, options: poll.options, faces: poll.faces, isAnswered: false, answer: undefined }
  }
  const steps = livePart(slide)?.steps ?? []
  const at = steps.findLastIndex((one, index) => index <= step && one.kind === 'ask')
  const ask = steps[at]
  if (ask?.kind !== 'ask') return undefined
  const isAnswered = step > at
  const byCount = count === undefined ? -1 : ask.options.findIndex((option) => option.trim() !== '' && Number(option) === count)
  const answer = ask.answer ?? (byCount >= 0 ? byCount : undefined)
  return {
    id: `${slide.id}/${at}`,
    text: ask.question,
    options: ask.options,
    faces: false,
    isAnswered,
    answer: isAnswered ? answer : undefined,
  }
}

/** The query a question is about: what the next step will run. */
export function queryAhead(slide: Slide, step: number): string | undefined {
  const steps = livePart(slide)?.steps ?? []
  const next = steps[step + 1]
  return steps[step]?.kind === 'ask' && next?.kind === 'query' ? next.text : undefined
}

/** What a live pane shows at a step, in words, for copies of the slide: its last query, or its alarm's condition. */
export function contentAt(slide: Slide, step: number): string {
  const found = livePart(slide)?.steps.findLast((one, index) => index <= step && one.kind !== 'ask')
  if (found === undefined || found.kind === 'ask') return ''
  return found.kind === 'query' ? found.text : found.says
}

/** What a live pane shows at a step: its last query so far, and the group and stream that one looks at. */
export function queryAt(slide: Slide, step: number): Omit<QueryStep, 'kind'> {
  const found = livePart(slide)?.steps.findLast((one, index) => index <= step && one.kind === 'query')
  return found?.kind === 'query' ? found : nothingAsked
}

const nothingAsked = { text: '' }

/** The settings of an alarm pane at a step: the last that a step gave. */
export function alarmAt(slide: Slide, step: number): MetricAlarm | undefined {
  const found = livePart(slide)?.steps.findLast((one, index) => index <= step && one.kind === 'alarm')
  return found?.kind === 'alarm' ? found.alarm : undefined
}

/** The query that stood in the pane before the one of a step. */
export function queryBefore(slide: Slide, step: number): string | undefined {
  const queries = (livePart(slide)?.steps ?? []).filter((one, index) => index <= step && one.kind === 'query')
  const found = queries.at(-2)
  return found?.kind === 'query' ? found.text : undefined
}
