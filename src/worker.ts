import { loadMarking } from 'virtual:marking'
import { createBackend } from '#backend/backend.ts'
import { serveDoor, type DoorScope } from '#backend/serve-door.ts'
import { createGrader, type GradeInput, type Marker } from '#grading/index.ts'

const now = (): number => Date.now()

const scope: DoorScope = {
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
  addEventListener: (type, listener) => self.addEventListener(type, listener),
}

type Calls = Readonly<Record<string, (argument: unknown, signal: AbortSignal) => Promise<unknown>>>

/** What the page asks of the marking; the arguments come from our own page. */
const callsOf = (grader: Marker): Calls => ({
  grade: (input, signal) => grader.grade(input as GradeInput, { signal }),
  prepare: (input, signal) => grader.prepare(input as GradeInput, { signal }),
  hint: (input, signal) => grader.hint(input as GradeInput & { readonly shown: readonly number[] }, { signal }),
})

serveDoor(scope, (base) => {
  const backend = createBackend({ clock: { now }, base: new URL(base).pathname, onBug: reportError })
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
