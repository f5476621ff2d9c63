import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { madeKey, madeKinds, type MadeKind, type MadeMessage, type MadeThing } from '#lib/made.ts'
import type { Kept } from './kept.ts'

type Schema = DBSchema & { things: { key: [kind: string, id: string]; value: unknown } }
type Database = IDBPDatabase<Schema>

/**
 * What the tabs of one page keep in this browser. Where it cannot be kept (no room, a private window) everything else works on.
 * Some private windows neither open a database nor refuse it: `patience` ends the wait.
 */
export function openBrowserKept(basePath: string, patience: Promise<unknown>): Kept {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(madeKey(basePath))
  const say = (message: MadeMessage): void => channel?.postMessage(message)
  const opening = open(madeKey(basePath), patience).catch(() => undefined)
  let writing: Promise<void> = Promise.resolve()

  const put = async (kind: MadeKind, id: string, value: unknown): Promise<void> => {
    const database = await opening
    if (value === undefined) await database?.delete('things', [kind, id])
    else await database?.put('things', value, [kind, id])
    if (database !== undefined) say({ what: 'written', kind, id })
  }
  return {
    load: async () => {
      const database = await opening
      return database === undefined ? [] : await readAll(database).catch(() => [])
    },
    write(kind, id, value) {
      // one after the other: the last one written here is the last one that stands there
      writing = writing.then(() => put(kind, id, value)).catch(() => undefined)
      say({ what: 'shown', kind, id })
    },
    listen(listener) {
      const hear = ({ data }: MessageEvent<MadeMessage>): void => {
        if (data.what !== 'written') return
        // what stands in the database now, not what stood there when it was said: so all tabs end with the same
        void opening
          .then((database) => database?.get('things', [data.kind, data.id]))
          .then((value) => listener(data.kind, data.id, value))
          .catch(() => undefined)
      }
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
    show: (kind, id) => say({ what: 'shown', kind, id }),
  }
}

async function open(name: string, patience: Promise<unknown>): Promise<Database> {
  const opening = openDB<Schema>(name, 1, { upgrade: (database) => void database.createObjectStore('things') })
  const refusal = patience.then(() => Promise.reject(new Error('cannot open the database: no answer in time')))
  const database = await Promise.race([opening, refusal])
  // a newer version of the page in another tab must not wait for this one
  database.addEventListener('versionchange', () => database.close())
  return database
}

async function readAll(database: Database): Promise<readonly MadeThing[]> {
  const { store } = database.transaction('things')
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
  return keys.flatMap(([kind, id], at) => {
    const known = madeKinds.find((one) => one === kind)
    return known === undefined ? [] : [{ kind: known, id, value: values[at] }]
  })
}
