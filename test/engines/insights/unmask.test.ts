import { expect, test } from 'vitest'
import { LogGroup } from '#stores/log-store.ts'
import { ask, DAY_START, table } from './ask.ts'

const policy = {
  document: '{}',
  lastUpdatedTime: 0,
  mask: (text: string) => text.replaceAll('4111', '****'),
  find: () => [],
  findingsGroup: undefined,
}

function masked(name: string): LogGroup {
  const group = new LogGroup(name, 0)
  group.masking.put(policy, group.nextArrival)
  group.append('s', [{ timestamp: DAY_START, message: '{"card":"4111","who":"a"}' }], DAY_START)
  return group
}

test('unmask shows what a policy hides, of the message, of a field, of an alias not at all', () => {
  const query = 'fields @message as m, card, unmask(@message) as um, unmask(card) as uc, unmask(m) as alias'
  const row = ['{"card":"****","who":"a"}', '****', '{"card":"4111","who":"a"}', '4111', '{"card":"****","who":"a"}']
  expect(table(ask(query, [masked('/a')]))).toEqual([row])
  expect(table(ask(query, [masked('/a'), masked('/b')]))).toEqual([row, row])
})

test('unmask reads behind commands that make rows of their own', () => {
  const query = 'fields who | sort @timestamp | accum who as n | fields unmask(card) as c | display c'
  expect(table(ask(query, [masked('/a')]))).toEqual([['4111']])
})
