import { expect, test } from 'vitest'
import type { WorldSpec } from '#lib/world-spec.ts'
import { checkSpec, createWorld, scenarios } from '#world/index.ts'

const cases: readonly (readonly [WorldSpec, readonly string[]])[] = [
  [{ scenario: 'practise', seed: 1 }, ['unknown scenario "practise"; did you mean "practice"?']],
  [{ scenario: 'moon', seed: 1 }, ['unknown scenario "moon"; known: practice, shop, pipeline, company']],
  [
    { scenario: 'shop', seed: 1, groups: ['/aws/lambda/order-api'] },
    ['unknown group "/aws/lambda/order-api"; did you mean "/aws/lambda/orders-api"?'],
  ],
  [{ scenario: 'practice', seed: 1, with: { failures: 503 } }, ['unknown parameter "failures"; did you mean "failure"?']],
  [{ scenario: 'practice', seed: 1, with: { failure: 'many' } }, ['expected a number as "failure", found "many"']],
  [{ scenario: 'practice', seed: 1, with: { failure: '503' } }, []],
  [{ scenario: 'pipeline', seed: 1, with: { every: 'soon' } }, ['expected a duration as "every", found "soon"']],
  [{ scenario: 'pipeline', seed: 1, with: { from: '25:00' } }, ['expected a clock time as "from", found "25:00"']],
  [{ scenario: 'shop', seed: 1, faults: { 'bad-deplyo': {} } }, ['unknown fault "bad-deplyo"; did you mean "bad-deploy"?']],
  [{ scenario: 'shop', seed: 1, faults: { queueing: {} } }, ['fault "queueing" does not show in scenario "shop"']],
  [
    { scenario: 'shop', seed: 1, faults: { 'bad-deploy': { at: 'noon' } } },
    ['expected an offset ("+15m") or a clock time ("21:40") as onset of "bad-deploy", found "noon"'],
  ],
  [{ scenario: 'pipeline', seed: 1, faults: { 'slow-branch': { branch: 'leads' } } }, ['unknown branch "leads"; did you mean "leeds"?']],
  [
    { scenario: 'pipeline', seed: 1, faults: { 'slow-branch': { brunch: 'leeds' } } },
    ['unknown option of fault "slow-branch" "brunch"; did you mean "branch"?'],
  ],
  [{ scenario: 'practice', seed: 1, mutators: [{ name: 'tie', argument: 'x' }] }, ['unknown mutator "tie"; did you mean "ties"?']],
  [{ scenario: 'practice', seed: 1, mutators: [{ name: 'ties' }] }, ['mutator "ties" takes a field, found nothing']],
  [{ scenario: 'practice', seed: 1, mutators: [{ name: 'empty', argument: 'x' }] }, ['mutator "empty" takes nothing, found "x"']],
  [{ scenario: 'practice', seed: 1, mutators: [{ name: 'gap', argument: 'long' }] }, ['mutator "gap" takes a duration, found "long"']],
  [{ scenario: 'practice', seed: 1, size: 0 }, ['expected a size from 1 to 1000000, found 0']],
  [
    { scenario: 'practice', seed: 1, size: 0, groups: ['/aws/lambda/practice'], lines: [{ group: '/aws/lambda/practice', message: 'x' }] },
    [],
  ],
  [
    {
      scenario: 'pipeline',
      seed: 1,
      groups: [],
      mutators: [{ name: 'gap', argument: '30m' }, { name: 'empty' }, { name: 'fault-absent' }],
    },
    [],
  ],
  [
    { scenario: 'pipeline', seed: 1, groups: [], mutators: [{ name: 'ties', argument: 'durationMs' }] },
    ['mutator "ties" changes log lines, and a world with groups: [] has none'],
  ],
  [
    { scenario: 'pipeline', seed: 1, groups: [], size: 100 },
    ['a size counts log events, and a world with groups: [] has none; say a window'],
  ],
  [
    { scenario: 'shop', seed: 1, groups: [], lines: [{ group: '/aws/lambda/fulfil', message: 'x' }] },
    ['a line stands in a log group, and a world with groups: [] has none'],
  ],
  [{ scenario: 'pipeline', seed: 1, faults: { 'slow-file': { at: '21:40, 05:15', for: '1m, 2m' } } }, []],
  [
    { scenario: 'pipeline', seed: 1, faults: { 'slow-file': { at: '21:40, noon' } } },
    ['expected an offset ("+15m") or a clock time ("21:40") as onset of "slow-file", found "21:40, noon"'],
  ],
  [{ scenario: 'practice', seed: 0.5 }, ['expected a whole number below 2^32 as seed, found 0.5']],
  [{ scenario: 'practice', seed: 1, window: -5 }, ['expected a window from 1 ms to 92 days, found -5 ms']],
]

test.each(cases)('%j', (spec, problems) => expect(checkSpec(spec)).toEqual(problems))

test('a world is not made of a spec with a problem', () => {
  expect(() => createWorld({ scenario: 'practise', seed: 1 })).toThrow('did you mean "practice"?')
})

test.each(scenarios.map(({ name }) => name))('the defaults of %s are sound', (name) => {
  const scenario = scenarios.find((known) => known.name === name)
  const defaults = Object.fromEntries((scenario?.parameters ?? []).map((parameter) => [parameter.name, parameter.default]))
  const faults = Object.fromEntries((scenario?.faults ?? []).map((fault) => [fault, {}]))
  expect(checkSpec({ scenario: name, seed: 1, with: defaults, faults, groups: scenario?.groups ?? [] })).toEqual([])
})
