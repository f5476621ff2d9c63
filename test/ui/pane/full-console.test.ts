import { expect, test } from 'vitest'
import { fullConsoleHref, rangeParameters } from '#ui/pane/full-console.ts'

test('a link to the full console carries whose world it is and the pane’s state', () => {
  const world = { scenario: 'company', seed: 7, with: { rate: 2 } }
  const href = fullConsoleHref(
    'cloudwatch/logs',
    { account: '912345678901', world, of: 'Which branch is slow', from: '/exercises/insights/slowest-branch' },
    { group: '/aws/lambda/extract', pattern: '{ $.a = "x & y" }', ...rangeParameters({ start: 1.5, end: 9.2 }) },
  )
  const [path, query = ''] = href.split('?')
  const parameters = new URLSearchParams(query)
  expect(path).toBe('#/consoles/cloudwatch/logs')
  expect(JSON.parse(parameters.get('world') ?? '')).toEqual(world)
  expect(Object.fromEntries(parameters)).toMatchObject({
    account: '912345678901',
    of: 'Which branch is slow',
    from: '/exercises/insights/slowest-branch',
    group: '/aws/lambda/extract',
    pattern: '{ $.a = "x & y" }',
    start: '1',
    end: '10',
  })
})

test('what is undefined is left out', () => {
  expect(fullConsoleHref('grafana', { account: '123456789012' }, { panel: undefined })).toBe('#/consoles/grafana?account=123456789012')
})
