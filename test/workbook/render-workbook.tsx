import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { loadExercise, units } from 'virtual:exercises'
import { loadMarking } from 'virtual:marking'
import { vi } from 'vitest'
import { createBackend } from '#backend/backend.ts'
import { createLogsClient } from '#clients/cloudwatch-logs.ts'
import { createWatchkeeperClient } from '#clients/watchkeeper.ts'
import { createGrader } from '#grading/index.ts'
import type { Cloud, WorldEvent } from '#workbook/cloud.ts'
import { openProgress } from '#workbook/progress/open-progress.ts'
import type { ProgressStore } from '#workbook/progress/store.ts'
import { Workbook } from '#workbook/Workbook.tsx'

const base = 'http://localhost:3000/'
const clock = { now: () => Date.UTC(2026, 2, 4, 15) }

/** The cloud without a worker around it. */
function openCloud(): Cloud {
  const backend = createBackend({ clock, base: '/' })
  const transport = (request: Request) => backend.fetch(request)
  const client = createWatchkeeperClient({ transport, base })
  return {
    transport,
    base,
    grader: createGrader({ loadMarking, backendFor: (time) => createBackend({ clock: time }) }),
    openWorld: (spec, options) => client.openWorld(spec, options),
    world: (account, options) => client.world(account, options),
    worldState: (account) => client.worldState(account),
    changeClock: (account, change) => client.changeClock(account, change),
    made: async () => (await client.made()).things,
    putMade: async (things) => void (await client.putMade(things)),
    importLog: (input) => client.importLog(input),
    async readEvents(world, group) {
      const logs = createLogsClient({ transport, base, account: world.account })
      const found: WorldEvent[] = []
      for await (const page of logs.filterAll({ logGroupName: group, startTime: world.range.start, endTime: world.range.end })) {
        found.push(...page.map(({ eventId, timestamp, message }) => ({ id: eventId, timestamp, message })))
      }
      return found
    },
  }
}

/** What jsdom has not: media queries, a place to scroll, and the text of a file. */
function completePage(isNarrow: boolean): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    // a coarse pointer keeps the plain editor: Monaco wants a browser
    matches: query.includes('coarse') || (isNarrow && query.includes('max-width')),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  Element.prototype.scrollIntoView = () => undefined
  Blob.prototype.text = function text(this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader()
      reader.addEventListener('load', () => resolve(String(reader.result)))
      reader.readAsText(this)
    })
  }
}

export type OpenWorkbook = { readonly user: ReturnType<typeof userEvent.setup>; readonly progress: ProgressStore }

const Nothing = () => null

/** The whole workbook at a path, over a real backend and the real marking. */
export async function openWorkbook(
  path: string,
  options: { readonly isNarrow?: boolean; readonly keep?: boolean } = {},
): Promise<OpenWorkbook> {
  completePage(options.isNarrow ?? false)
  if (options.keep !== true) {
    vi.stubGlobal('indexedDB', new IDBFactory())
    localStorage.clear()
  }
  history.replaceState(null, '', `/#${path}`)
  const progress = openProgress()
  await progress.load()
  const cloud = openCloud()
  const user = userEvent.setup()
  // React waits for a promise that a page uses only within an act that is awaited
  await act(async () => {
    render(
      <Workbook
        course={{ units, loadExercise }}
        progress={progress}
        openCloud={() => Promise.resolve(cloud)}
        pages={{ Deck: Nothing, Presenter: Nothing }}
      />,
    )
  })
  return { user, progress }
}
