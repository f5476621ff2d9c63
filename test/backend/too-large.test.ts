import { expect, it } from 'vitest'
import { createAccount } from '#backend/accounts.ts'
import { Passage } from '#backend/tick.ts'
import { standingClock } from '#lib/time.ts'

function* endless() {
  for (let at = 0; ; at++) yield { group: 'g', stream: 's', timestamp: at, ingestionTime: at, message: `line ${at}` }
}

it('a world of too many events is given up, and says so', async () => {
  const account = createAccount('111122223333', standingClock(0))
  const passage = new Passage(account, endless(), 0, () => Promise.resolve(), 100)
  await passage.advance(Number.MAX_SAFE_INTEGER)
  expect([passage.isTooLarge, passage.events, account.logs.group('g')?.size]).toEqual([true, 101, 101])
})

it('one of as many as are held is not', async () => {
  const account = createAccount('111122223333', standingClock(0))
  const passage = new Passage(account, endless(), 0, () => Promise.resolve(), 100)
  await passage.advance(100)
  expect([passage.isTooLarge, passage.events]).toEqual([false, 100])
})
