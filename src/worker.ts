import { loadMarking } from 'virtual:marking'
import { createBackend } from '#backend/backend.ts'
import { openBrowserKept } from '#backend/kept/browser-kept.ts'
import { serveDoor, type DoorScope } from '#backend/serve-door.ts'
import { createGrader, type GradeInput, type Marker } from '#grading/index.ts'
import { MINUTE } from '#lib/time.ts'

const now = (): number => Date.now()

const scope: DoorScope = {
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
  addEventListener: (type, listener) => self.addEventListener(type, listener),
}

/** The world that everybody may look around in, three quarters of an hour in. An afternoon with something to find: a deploy that went wrong and was taken back, orders that come back, a CPU that means nothing. */
const faults = { 'poison-message': { at: '+5m' }, 'bad-deploy': { at: '+18m', for: '16m' }, 'noisy-cpu': { at: '+30m' } }
const openWorld = { spec: { scenario: 'company', seed: 1, with: { rate: 2 }, faults }, after: 45 * MINUTE }

const pause = (duration: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, duration)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** A database that has not opened by then will not. */
const PATIENCE = 3000

type Calls = Readonly<Record<string, (argument: unknown, signal: AbortSignal) => Promise<unknown>>>

/** What the page asks of the marking; the arguments come from our own page. */
const callsOf = (grader: Marker): Calls => ({
  grade: (input, signal) => grader.grade(input as GradeInput, { signal }),
  prepare: (input, signal) => grader.prepare(input as GradeInput, { signal }),
  tables: (input, signal) => grader.tables(input as GradeInput, { signal }),
  hint: (input, signal) => grader.hint(input as GradeInput & { readonly shown: readonly number[] }, { signal }),
})

serveDoor(scope, (base) => {
  const { pathname } = new URL(base)
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  const backend = createBackend({
    clock: { now },
    base: pathname,
    openWorld,
    kept: openBrowserKept(pathname, patience),
    pause,
    onBug: reportError,
  })
  const calls = callsOf(createGrader({ loadMarking, backendFor: (clock) => createBackend({ clock }), onBug: reportError }))
  return {
    fetch: backend.fetch,
    call: async (name, argument, signal) => {
      const call = Object.hasOwn(calls, name) ? calls[name] : undefined
      if (call === undefined) throw new Error(`the worker has no call "${name}"`)
      return call(argument, signal)
    },
  }
})
