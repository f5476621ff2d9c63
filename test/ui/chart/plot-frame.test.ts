import { describe, expect, it } from 'vitest'
import { domainOf, frameOf, roundStep, valueAt, xIn, yIn } from '#ui/chart/plot-frame.ts'
import { timeTicks } from '#ui/chart/place.ts'
import { HOUR, MINUTE } from '#lib/time.ts'

describe('the axes of a plot', () => {
  it('rounds the axis up and has ticks at round figures', () => {
    expect(domainOf([380, 1490])).toEqual({ min: 0, max: 1500, ticks: [0, 500, 1000, 1500] })
    expect(domainOf([0.2, 0.9])).toEqual({ min: 0, max: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] })
    expect(domainOf([-3, 4])).toMatchObject({ min: -4, max: 4 })
  })

  it('makes room for a threshold above the values, but not for one that would flatten them', () => {
    expect(domainOf([100, 400], [1000]).max).toBeGreaterThan(1000)
    expect(domainOf([100, 400], [1e6]).max).toBe(400)
  })

  it('keeps given bounds to the figure', () => {
    expect(domainOf([3, 870], [], { min: 0, max: 700 })).toMatchObject({ min: 0, max: 700 })
  })

  it('draws an axis for no value, for zeros and for one that is not finite', () => {
    for (const values of [[], [0, 0], [Number.NaN, Infinity]]) {
      const { min, max } = domainOf(values)
      expect(max).toBeGreaterThan(min)
    }
  })

  it('goes from value to place and back', () => {
    const domain = domainOf([0, 1800])
    const frame = frameOf({ width: 800, height: 260, hasRightAxis: false, from: 0, to: 1000 })
    expect(valueAt(frame, domain, yIn(frame, domain, 1234))).toBeCloseTo(1234)
    expect(xIn(frame, 0)).toBe(frame.left)
    expect(xIn(frame, 1000)).toBe(frame.left + frame.width)
  })

  it('steps in round figures', () => {
    expect([9, 0.011, 210, 1].map(roundStep)).toEqual([10, 0.02, 250, 1])
  })

  it('puts ticks at the full hours of a night', () => {
    const start = Date.UTC(2026, 2, 4, 17, 50)
    const ticks = timeTicks(start, start + 16 * HOUR, 900, 'utc')
    expect(ticks.map((at) => new Date(at).getUTCMinutes())).toEqual(ticks.map(() => 0))
    expect(ticks.length).toBeGreaterThan(4)
    expect(timeTicks(start, start + 30 * MINUTE, 900, 'utc').length).toBeLessThan(11)
  })
})
