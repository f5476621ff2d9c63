import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { keyOf, mergeThings, readThing, valueOf, type Thing } from './things.ts'

type Schema = DBSchema & {
  things: { key: string; value: unknown }
  'set-aside': { key: string; value: unknown }
}

/** Progress in IndexedDB; every promise here may fail, and the store knows what to do then. */
export type Database = {
  all(): Promise<readonly (readonly [key: string, value: unknown])[]>
  /** Writes a thing over what another tab wrote meanwhile, and says what stands there now. */
  put(thing: Thing): Promise<Thing>
  setAside(key: string, value: unknown): Promise<void>
}

/** Some private windows neither open a database nor refuse it. */
const PATIENCE = 3000

export async function openDatabase(name: string): Promise<Database> {
  const opening = openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('things')
      database.createObjectStore('set-aside')
    },
  })
  const database = await Promise.race([opening, refusal()])
  // a newer version of the workbook in another tab must not wait for this one
  database.addEventListener('versionchange', () => database.close())
  return { all: () => readAll(database), put: (thing) => put(database, thing), setAside: (key, value) => setAside(database, key, value) }
}

const refusal = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(`cannot open the database: no answer in ${PATIENCE} ms`)), PATIENCE))

async function readAll(database: IDBPDatabase<Schema>): Promise<readonly (readonly [string, unknown])[]> {
  const transaction = database.transaction('things')
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
  return keys.map((key, index) => [key, values[index]] as const)
}

async function put(database: IDBPDatabase<Schema>, thing: Thing): Promise<Thing> {
  const transaction = database.transaction('things', 'readwrite')
  const key = keyOf(thing)
  const merged = mergeThings(readThing(key, await transaction.store.get(key)), thing)
  await transaction.store.put(valueOf(merged), key)
  await transaction.done
  return merged
}

async function setAside(database: IDBPDatabase<Schema>, key: string, value: unknown): Promise<void> {
  const transaction = database.transaction(['things', 'set-aside'], 'readwrite')
  await transaction.objectStore('set-aside').put(value, key)
  await transaction.objectStore('things').delete(key)
  await transaction.done
}
