import { createBackend } from '#backend/backend.ts'
import { serveDoor, type DoorScope } from '#backend/serve-door.ts'

const now = (): number => Date.now()

const scope: DoorScope = {
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
  addEventListener: (type, listener) => self.addEventListener(type, listener),
}

serveDoor(scope, (base) => {
  const backend = createBackend({ clock: { now }, base: new URL(base).pathname, onBug: reportError })
  return {
    fetch: backend.fetch,
    call: async (name) => {
      throw new Error(`the worker has no call "${name}"`)
    },
  }
})
