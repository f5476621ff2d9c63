import { expect, test } from 'vitest'
import { days, figureWorld } from '#workbook/home/night-figure.ts'
import { createWorld } from '#world/index.ts'

test('the figure on home is what the world says', () => {
  const byDay = new Map<string, number[]>()
  for (const { timestamp, message } of createWorld(figureWorld).records()) {
    const duration = /"durationMs": ?(\d+)/.exec(message)?.[1]
    const day = new Date(timestamp).toISOString().slice(0, 10)
    if (duration !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), Number(duration)])
  }
  const told = [...byDay].map(([day, durations]) => ({
    weekday: new Date(day).getUTCDay(),
    slowest: Math.max(...durations),
    average: Math.round(durations.reduce((sum, duration) => sum + duration, 0) / durations.length),
  }))
  expect(days).toEqual(told)
})
