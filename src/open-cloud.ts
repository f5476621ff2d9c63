import { openDoor, type Door } from '#backend/door.ts'
import { intercept } from '#backend/intercept.ts'
import { createTransport } from '#backend/transport.ts'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import type { OfferedTable } from '#grading/exercise.ts'
import type { Hint, Verdict } from '#grading/verdict.ts'
import type { Transport } from '#lib/transport.ts'
import type { Cloud, Grader, OpenWorld, WorldEvent } from '#workbook/cloud.ts'

/** A worker that has not said a word by then will not. */
const PATIENCE = 30_000

/** Starts the worker and gives the pages their way to it; `onBroken` is told once when it cannot go on. */
export function openCloud(onBroken: () => void): Cloud {
  const base = new URL('.', document.baseURI).href
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  const door = openDoor(worker, base, patience, () => {
    worker.terminate()
    onBroken()
  })
  const transport = throughServiceWorker(base, door.transport)
  const client = createWatchkeeperClient({ transport, base })
  return {
    transport,
    base,
    grader: graderBehind(door),
    openWorld: (spec, options) => client.openWorld(spec, options),
    world: (account, options) => client.world(account, options),
    worldState: (account) => client.worldState(account),
    changeClock: (account, change) => client.changeClock(account, change),
    made: async () => (await client.made()).things,
    putMade: async (things) => void (await client.putMade(things)),
    importLog: (input) => client.importLog(input),
    readEvents: (world, group) => readEvents({ transport, base, world, group }),
  }
}

let newest: Transport | undefined
let interception: Promise<boolean> | undefined

/** One service worker a page, whichever cloud is behind it. */
function interceptOnce(base: string): Promise<boolean> {
  interception ??= intercept(base, (request) => newest?.(request) ?? Promise.reject(new Error('no cloud is open')))
  return interception
}

/** The service worker is asked for when the page has nothing better to do; until it stands, and where it cannot, messages go straight to the worker. */
function throughServiceWorker(base: string, direct: Transport): Transport {
  newest = direct
  let isIntercepted = false
  whenIdle(() => {
    void interceptOnce(base).then((stands) => {
      isIntercepted = stands
    })
  })
  return createTransport(direct, () => isIntercepted)
}

/** Safari has no idle callback. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 5000 })
  else setTimeout(work, 1500)
}

/** What comes through the door was made by the grader in our own worker. */
const graderBehind = (door: Door): Grader => ({
  grade: async (question) => (await door.call('grade', question)) as Verdict,
  prepare: async (question) => void (await door.call('prepare', question).catch(() => undefined)),
  tables: async (question) => (await door.call('tables', question)) as readonly OfferedTable[],
  hint: async (question) => (await door.call('hint', question)) as Hint | undefined,
})

type ReadEvents = { readonly transport: Transport; readonly base: string; readonly world: OpenWorld; readonly group: string }

async function readEvents({ transport, base, world, group }: ReadEvents): Promise<readonly WorldEvent[]> {
  const client = createLogsClient({ transport, base, account: world.account })
  const events: WorldEvent[] = []
  for await (const page of client.filterAll({ logGroupName: group, startTime: world.range.start, endTime: world.range.end })) {
    events.push(...page.map(({ eventId, timestamp, message }) => ({ id: eventId, timestamp, message })))
  }
  return events
}
