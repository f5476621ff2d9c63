import { describe, expect, it } from 'vitest'
import { paceAt } from '#deck/session/pace.ts'
import { nextPosition, previousPosition, readSession, startSession } from '#deck/session/session.ts'
import { countHand, emptyTally, handsIn, nextRound, queryAhead, queryAt, queryBefore, questionAt } from '#deck/session/tally.ts'
import { slidesFor, stepCount } from '#deck/slide.ts'
import { deckOf, liveSlide, pollSlide, slideOf } from './decks.ts'

describe('where a key leads', () => {
  const slides = [slideOf({ id: 'a' }), liveSlide('b'), slideOf({ id: 'c' })]

  it('goes through the steps of a live pane before the next slide', () => {
    const walked = []
    for (let at = nextPosition(slides, { slideId: 'a', step: 0 }); at !== undefined; at = nextPosition(slides, at))
      walked.push(`${at.slideId}${at.step}`)
    expect(walked).toEqual(['b0', 'b1', 'b2', 'c0'])
  })

  it('undoes every key', () => {
    const walked = []
    for (let at = previousPosition(slides, { slideId: 'c', step: 0 }); at !== undefined; at = previousPosition(slides, at))
      walked.push(`${at.slideId}${at.step}`)
    expect(walked).toEqual(['b2', 'b1', 'b0', 'a0'])
  })
})

describe('audiences', () => {
  it('leave out the slides of the others', () => {
    const deck = deckOf([
      slideOf({ id: 'a' }),
      slideOf({ id: 'g', audience: 'generation' }),
      slideOf({ id: 's', audience: 'schooloftech' }),
    ])
    expect(slidesFor(deck, undefined).map(({ id }) => id)).toEqual(['a'])
    expect(slidesFor(deck, 'schooloftech').map(({ id }) => id)).toEqual(['a', 's'])
  })
})

describe('the questions of a live pane', () => {
  const slide = liveSlide('b')

  it('shows the options and the query to come before the run, and the answer after', () => {
    expect(stepCount(slide)).toBe(2)
    expect(questionAt(slide, 0)).toBeUndefined()
    expect(questionAt(slide, 1, 25)).toMatchObject({ text: 'How many?', isAnswered: false, answer: undefined })
    expect(queryAhead(slide, 1)).toBe('{ $.s = 500 }')
    expect(queryAt(slide, 1).text).toBe('500')
    expect(questionAt(slide, 2, 24)).toMatchObject({ isAnswered: true, answer: 1 })
    expect(queryAhead(slide, 2)).toBeUndefined()
    expect(queryAt(slide, 2).text).toBe('{ $.s = 500 }')
    expect([0, 1, 2].map((step) => queryBefore(slide, step))).toEqual([undefined, undefined, '500'])
  })

  it('marks nothing while nobody knows the count', () => {
    expect(questionAt(slide, 2)?.answer).toBeUndefined()
    expect(questionAt(slide, 2, 7)?.answer).toBeUndefined()
  })
})

describe('hands', () => {
  it('go up and down by one, never below none, and start again in a second round', () => {
    let tally = emptyTally(3)
    tally = countHand(tally, 1, 1)
    tally = countHand(tally, 1, 1)
    tally = countHand(tally, 0, -1)
    tally = countHand(tally, 7, 1)
    expect(tally.rounds).toEqual([[0, 2, 0]])
    tally = countHand(nextRound(tally), 2, 1)
    expect(tally.rounds).toEqual([
      [0, 2, 0],
      [0, 0, 1],
    ])
    expect(handsIn(tally.rounds[0] ?? [])).toBe(2)
    expect(nextRound(tally).rounds).toEqual([[0, 0, 0]])
  })

  it('are counted for a poll under the slide’s own id', () => {
    expect(questionAt(pollSlide('p'), 0)).toMatchObject({ id: 'p', options: ['yes', 'no'], isAnswered: false })
  })
})

describe('pace', () => {
  const slides = [
    slideOf({ id: 'a', minutes: 2 }),
    slideOf({ id: 'b', minutes: 3 }),
    liveSlide('c', 6),
    slideOf({ id: 'd', minutes: 4 }),
    slideOf({ id: 'e', minutes: 2 }),
  ]

  it('is on time while the slide in hand has minutes left', () => {
    expect(paceAt(slides, 1, 4.5)).toMatchObject({ plannedBefore: 2, plannedTotal: 17, behind: 0, skip: undefined })
  })

  it('counts what was lost, and proposes the shortest slide ahead that makes up for it, none with a pane', () => {
    expect(paceAt(slides, 1, 7)).toMatchObject({ behind: 2, skip: { id: 'e' } })
    expect(paceAt(slides, 1, 8)).toMatchObject({ behind: 3, skip: { id: 'd' } })
    expect(paceAt(slides, 1, 30)).toMatchObject({ skip: { id: 'd' } })
  })

  it('says how early one is', () => {
    expect(paceAt(slides, 3, 5).behind).toBe(-6)
  })
})

describe('what another window says', () => {
  it('is taken only where it has a session’s shape', () => {
    const session = { ...startSession('a', 'generation', 3), tallies: { a: { rounds: [[1]], isHidden: false } } }
    expect(readSession(structuredClone(session))).toEqual(session)
    expect(readSession({ ...session, step: 'two' })).toBeUndefined()
    expect(readSession({ slideId: 'a' })).toBeUndefined()
    expect(readSession(null)).toBeUndefined()
    expect(readSession({ ...session, tallies: { a: { rounds: 'x', isHidden: false } } })?.tallies).toEqual({})
  })
})
