import { describe, expect, it } from 'vitest'
import { loadDeckFile } from '../../../src/build/slides/plugin.ts'
import { createBackend } from '#backend/backend.ts'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { questionAt } from '#deck/session/tally.ts'
import { plannedMinutes } from '#deck/session/pace.ts'
import { livePart, slidesFor, type LivePart, type LiveStep, type Slide } from '#deck/slide.ts'
import type { MetricAlarm } from '#lib/alarm/alarm.ts'
import { standingClock } from '#lib/time.ts'

const { deck } = loadDeckFile(process.cwd(), 'monitoring')
const base = 'http://here/'

/** What the pane would count for a query: events for a pattern, rows for an Insights query. */
async function count(part: LivePart, { text, group, stream }: Extract<LiveStep, { kind: 'query' }>): Promise<number> {
  const { fetch: transport } = createBackend({ clock: standingClock(Date.UTC(2026, 10, 24)) })
  const { account, groups, range } = await createWatchkeeperClient({ transport, base }).openWorld(part.world)
  const logs = createLogsClient({ transport, base, account })
  const logGroupName = group ?? groups[0] ?? ''
  if (part.pane === 'logs') {
    let events = 0
    for await (const page of logs.filterAll({
      logGroupName,
      logStreamNames: stream === undefined ? undefined : [stream],
      filterPattern: text,
    }))
      events += page.length
    return events
  }
  const { results } = await logs.runQuery({ query: text, groups: [logGroupName], ...range })
  return results.length
}

const livePairs = deck.slides.flatMap((slide) => {
  const part = livePart(slide)
  return part === undefined ? [] : [{ id: slide.id, slide, part }]
})

describe('the monitoring deck', () => {
  it('has notes and minutes on every teaching slide, and fits its session', () => {
    const teaching = deck.slides.filter((slide) => slide.kind === 'content')
    expect(teaching.filter((slide) => slide.notes.length === 0 || slide.minutes <= 0).map((slide) => slide.id)).toEqual([])
    expect(plannedMinutes(slidesFor(deck, undefined))).toBeLessThanOrEqual(deck.minutes)
  })

  it('shows each audience its own last slide, and nobody both', () => {
    const last = (audience: string | undefined): readonly string[] =>
      slidesFor(deck, audience)
        .filter((slide) => slide.id.startsWith('project-'))
        .map((slide) => slide.id)
    expect(deck.audiences.map(({ id }) => id)).toEqual(['generation', 'schooloftech'])
    expect(last(undefined)).toEqual([])
    expect(last('generation')).toEqual(['project-generation'])
    expect(last('schooloftech')).toEqual(['project-schooloftech'])
  })

  it('describes its pictures in more than a name', () => {
    const pictures = deck.slides.flatMap((slide) => slide.parts.flatMap((part) => (part.kind === 'picture' ? [part.description] : [])))
    expect(pictures.length).toBeGreaterThanOrEqual(8)
    expect(pictures.filter((description) => description.split(' ').length < 12)).toEqual([])
  })

  it.each(livePairs)('$id: every query runs, and the question it answers offers the right option', async ({ slide, part }) => {
    for (const [step, one] of part.steps.entries()) {
      if (one.kind !== 'query') continue
      const kept = await count(part, one)
      expect(kept, one.text).toBeGreaterThan(0)
      if (part.steps[step - 1]?.kind === 'ask') expect(answerAt(slide, step, kept), one.text).toBeTypeOf('number')
    }
  })
})

describe('the alarm slide', () => {
  it('asks what its own night answers: two pages, then the long one, then none', async () => {
    const slide = deck.slides.find(({ id }) => id === 'alarm-live')
    const part = slide === undefined ? undefined : livePart(slide)
    if (slide === undefined || part === undefined) throw new Error('the deck has no live alarm')
    const { fetch: transport } = createBackend({ clock: standingClock(Date.UTC(2026, 10, 24)) })
    const watchkeeper = createWatchkeeperClient({ transport, base })
    const { account, range } = await watchkeeper.openWorld(part.world)
    const pages = async (alarm: MetricAlarm): Promise<readonly string[]> => {
      const { stretches } = await watchkeeper.replay({ account, alarm: { AlarmName: 'load', ...alarm }, ...range })
      return stretches.flatMap((one) => (one.state === 'ALARM' ? [new Date(one.start).toISOString().slice(11, 16)] : []))
    }
    const found = await Promise.all(part.steps.flatMap((step) => (step.kind === 'alarm' ? [pages(step.alarm)] : [])))
    expect(found).toEqual([['21:41', '03:11'], ['03:13'], []])
    expect([2, 4].map((step) => questionAt(slide, step)?.options[questionAt(slide, step)?.answer ?? -1])).toEqual([
      'the long one at 03:10',
      'neither',
    ])
    expect(part.incidents).toHaveLength(1)
  })
})

const answerAt = (slide: Slide, step: number, kept: number): number | undefined => questionAt(slide, step, kept)?.answer
