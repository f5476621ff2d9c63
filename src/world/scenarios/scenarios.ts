import { MINUTE } from '#lib/time.ts'
import type { Scenario } from './scenario.ts'

const practice: Scenario = {
  name: 'practice',
  says: 'one small function that answers 200 or fails, for the first steps',
  start: Date.UTC(2026, 2, 4, 9),
  window: 10 * MINUTE,
  groups: ['/aws/lambda/practice'],
  parameters: [
    { name: 'failure', says: 'the status code of a failed call', default: 500, takes: 'number' },
    { name: 'share', says: 'how many of 100 calls fail', default: 24, takes: 'number' },
  ],
  faults: [],
  first: [{ part: 'practice', kind: 'call', call: 0 }],
}

export const scenarios: readonly Scenario[] = [practice]

export const findScenario = (name: string): Scenario | undefined => scenarios.find((scenario) => scenario.name === name)
