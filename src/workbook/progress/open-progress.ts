import { storageKey } from '#ui/storage-key.ts'
import { openDatabase } from './database.ts'
import { createLocalShelf } from './local-shelf.ts'
import { ProgressStore } from './store.ts'

/** This browser's progress, shared by its tabs. */
export function openProgress(): ProgressStore {
  const shelf = createLocalShelf(storageKey('progress:'), () => localStorage)
  const store = new ProgressStore({
    clock: { now: Date.now },
    shelf,
    openDatabase: () => openDatabase(storageKey('progress')),
    channel: typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(storageKey('progress')),
  })
  addEventListener('storage', (event) => store.hearStorage(event.key, event.newValue))
  return store
}
