// @vitest-environment jsdom
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import 'fake-indexeddb/auto'
import { openDatabase, type Database } from '#workbook/progress/database.ts'
import { createLocalShelf } from '#workbook/progress/local-shelf.ts'
import { ProgressStore, type ProgressOptions } from '#workbook/progress/store.ts'

const prefix = 'watchkeeper:/course/:progress:'
const channels: BroadcastChannel[] = []
let now = 1_000

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  localStorage.clear()
  now = 1_000
})

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
  vi.unstubAllGlobals()
})

function open(options: Partial<ProgressOptions> = {}): ProgressStore {
  const channel = new BroadcastChannel('watchkeeper:/course/:progress')
  channels.push(channel)
  return new ProgressStore({
    clock: { now: () => now },
    shelf: createLocalShelf(prefix, () => localStorage),
    openDatabase: () => openDatabase('watchkeeper:/course/:progress'),
    channel,
    ...options,
  })
}

const write = (store: ProgressStore, id: string, text: string): void => store.update(id, () => ({ answers: { 0: { kind: 'text', text } } }))
const textOf = (store: ProgressStore, id: string): string | undefined => {
  const answer = store.snapshot().records.get(id)?.answers[0]
  return answer?.kind === 'text' ? answer.text : undefined
}
const shelfKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix))
const blocked = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
const noDatabase = (): Promise<Database> => Promise.reject(new Error('no database here'))

/** A storage with no room left: what is in it can be read and taken away. */
const full = (): Storage =>
  new Proxy(localStorage, {
    get: (storage, name) => {
      if (name === 'setItem') {
        return () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        }
      }
      const member: unknown = Reflect.get(storage, name)
      return typeof member === 'function' ? member.bind(storage) : member
    },
  })

describe('a write', () => {
  test('is in localStorage before the call returns', () => {
    const store = open()
    write(store, 'insights/fix', 'stats')
    expect(localStorage.getItem(`${prefix}exercise:insights/fix`)).toContain('stats')
  })

  test('leaves localStorage when the database has it', async () => {
    const store = open()
    await store.load()
    write(store, 'insights/fix', 'stats')
    await store.settled()
    expect(shelfKeys()).toEqual([])
    expect(store.snapshot().keeping).toBe('database')
  })

  test('survives a reload, from the database', async () => {
    const store = open()
    await store.load()
    write(store, 'insights/fix', 'stats count(*)')
    store.setHere('insights/fix')
    await store.settled()
    const again = open()
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('stats count(*)')
    expect(again.snapshot().here?.exercise).toBe('insights/fix')
  })

  test('survives a reload that came before the database had it', async () => {
    const never = new Promise<Database>(() => undefined)
    write(open({ openDatabase: () => never }), 'insights/fix', 'the last key')
    const again = open()
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('the last key')
    expect(shelfKeys()).toEqual([])
  })

  test('of many, the last one stands', async () => {
    const store = open()
    await store.load()
    for (const text of ['s', 'st', 'sta', 'stat', 'stats']) write(store, 'insights/fix', text)
    await store.settled()
    const again = open()
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('stats')
  })
})

describe('storage that fails', () => {
  test('without a database localStorage keeps it for good', async () => {
    const store = open({ openDatabase: noDatabase })
    await store.load()
    write(store, 'insights/fix', 'stats')
    await store.settled()
    expect(store.snapshot().keeping).toBe('local-storage')
    const again = open({ openDatabase: noDatabase })
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('stats')
  })

  test('without localStorage the database keeps it', async () => {
    const store = open({ shelf: createLocalShelf(prefix, blocked) })
    await store.load()
    write(store, 'insights/fix', 'stats')
    await store.settled()
    expect(store.snapshot().keeping).toBe('database')
    const again = open({ shelf: createLocalShelf(prefix, blocked) })
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('stats')
  })

  test('with both blocked it stays in memory, and says so', async () => {
    const store = open({ shelf: createLocalShelf(prefix, blocked), openDatabase: noDatabase })
    await store.load()
    expect(store.snapshot().keeping).toBe('memory')
    write(store, 'insights/fix', 'stats')
    await store.settled()
    expect(store.snapshot().keeping).toBe('memory')
    expect(textOf(store, 'insights/fix')).toBe('stats')
  })

  test('with both full it says so, and says when there is room again', async () => {
    let isFull = true
    const real = await openDatabase('watchkeeper:/course/:progress')
    const database: Database = {
      ...real,
      put: (thing) => (isFull ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : real.put(thing)),
    }
    const store = open({ shelf: createLocalShelf(prefix, full), openDatabase: () => Promise.resolve(database) })
    await store.load()
    write(store, 'insights/fix', 'stats')
    await store.settled()
    expect(store.snapshot().keeping).toBe('memory')
    isFull = false
    write(store, 'insights/fix', 'stats count(*)')
    await store.settled()
    expect(store.snapshot().keeping).toBe('database')
  })

  test('a database that breaks while it is read does not stop the page', async () => {
    const real = await openDatabase('watchkeeper:/course/:progress')
    const store = open({ openDatabase: () => Promise.resolve({ ...real, all: () => Promise.reject(new Error('broken')) }) })
    await store.load()
    expect(store.snapshot().loaded).toBe(true)
  })
})

describe('corrupt storage', () => {
  test.each([
    ['not JSON', '{"changedAt": 1, "answ'],
    ['another shape', '{"score": 10}'],
  ])('in localStorage, %s: it is set aside and said', async (_, text) => {
    localStorage.setItem(`${prefix}exercise:insights/fix`, text)
    const store = open()
    await store.load()
    expect(store.snapshot().setAside).toBe(true)
    expect(store.snapshot().records.size).toBe(0)
    expect(localStorage.getItem(`${prefix}set-aside:exercise:insights/fix`)).toBe(text)
    write(store, 'insights/fix', 'stats')
    await store.settled()
    expect(store.snapshot().keeping).toBe('database')
  })

  test('in the database: the broken record is set aside, the others stay', async () => {
    const first = open()
    await first.load()
    write(first, 'insights/fix', 'stats')
    await first.settled()
    const database = await openDatabase('watchkeeper:/course/:progress')
    const brokenRecord = { kind: 'exercise', id: 'insights/write', record: JSON.parse('{"changedAt":"yesterday"}') } as const
    await database.put(brokenRecord)
    const store = open()
    await store.load()
    expect(store.snapshot().setAside).toBe(true)
    expect(textOf(store, 'insights/fix')).toBe('stats')
    expect(store.snapshot().records.has('insights/write')).toBe(false)
    const again = open()
    await again.load()
    expect(again.snapshot().setAside).toBe(false)
  })

  test('keys of other pages on the same origin are left alone', async () => {
    localStorage.setItem('watchkeeper:/other/:progress:exercise:insights/fix', 'theirs')
    const store = open()
    await store.load()
    expect(store.snapshot()).toMatchObject({ loaded: true, setAside: false })
    expect(localStorage.getItem('watchkeeper:/other/:progress:exercise:insights/fix')).toBe('theirs')
  })
})

describe('two tabs', () => {
  const heard = (store: ProgressStore, until: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const listen = () => {
        if (until()) resolve()
      }
      store.subscribe(listen)
      listen()
    })

  test('a tab hears what the other wrote', async () => {
    const [one, two] = [open(), open()]
    await Promise.all([one.load(), two.load()])
    write(one, 'insights/fix', 'stats')
    await heard(two, () => textOf(two, 'insights/fix') === 'stats')
    expect(textOf(two, 'insights/fix')).toBe('stats')
  })

  test('neither loses the other’s exercises', async () => {
    const [one, two] = [open({ channel: undefined }), open({ channel: undefined })]
    await Promise.all([one.load(), two.load()])
    write(one, 'insights/fix', 'one')
    write(two, 'insights/write', 'two')
    await Promise.all([one.settled(), two.settled()])
    const again = open()
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('one')
    expect(textOf(again, 'insights/write')).toBe('two')
  })

  test('of one exercise the last write wins, and a pass is not lost to a tab that did not know of it', async () => {
    const [one, two] = [open({ channel: undefined }), open({ channel: undefined })]
    await Promise.all([one.load(), two.load()])
    one.update('insights/fix', () => ({ done: { help: false, at: now } }))
    await one.settled()
    now += 10
    write(two, 'insights/fix', 'still typing')
    await two.settled()
    const again = open()
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('still typing')
    expect(again.record('insights/fix').done).toEqual({ help: false, at: 1_000 })
  })

  test('without a channel a storage event tells', async () => {
    const [one, two] = [open({ channel: undefined, openDatabase: noDatabase }), open({ channel: undefined, openDatabase: noDatabase })]
    await Promise.all([one.load(), two.load()])
    write(one, 'insights/fix', 'stats')
    const key = `${prefix}exercise:insights/fix`
    two.hearStorage(key, localStorage.getItem(key))
    expect(textOf(two, 'insights/fix')).toBe('stats')
  })

  test('a foreign message is passed over', async () => {
    const store = open()
    await store.load()
    store.hearStorage(`${prefix}exercise:insights/fix`, 'not json')
    store.hearStorage('somebody else’s', '{}')
    expect(store.snapshot().records.size).toBe(0)
  })
})

describe('beginning afresh', () => {
  test('one exercise, with a way back', async () => {
    const store = open()
    await store.load()
    write(store, 'insights/fix', 'stats')
    write(store, 'insights/write', 'fields')
    const before = store.reset('insights/fix')
    expect(textOf(store, 'insights/fix')).toBeUndefined()
    expect(textOf(store, 'insights/write')).toBe('fields')
    store.restore('insights/fix', before)
    expect(textOf(store, 'insights/fix')).toBe('stats')
  })

  test('is kept over a reload', async () => {
    const store = open()
    await store.load()
    store.update('insights/fix', () => ({ done: { help: false, at: now } }))
    await store.settled()
    now += 1
    store.reset('insights/fix')
    await store.settled()
    const again = open()
    await again.load()
    expect(again.record('insights/fix').done).toBeUndefined()
  })
})

describe('export and import', () => {
  test('a file brings everything back after it was cleared', async () => {
    const store = open()
    await store.load()
    write(store, 'insights/fix', 'stats')
    store.update('insights/fix', () => ({ done: { help: true, at: now }, hints: { 0: [0] } }))
    store.setHere('insights/fix')
    const file = store.exportFile()
    store.resetAll()
    expect(textOf(store, 'insights/fix')).toBeUndefined()
    expect(store.importFile(file)).toEqual({ kind: 'taken', exercises: 1 })
    expect(textOf(store, 'insights/fix')).toBe('stats')
    expect(store.record('insights/fix').done).toEqual({ help: true, at: 1_000 })
    await store.settled()
    const again = open()
    await again.load()
    expect(textOf(again, 'insights/fix')).toBe('stats')
  })

  test('a file of the first version, which knew nothing of consoles, is read', async () => {
    const store = open()
    await store.load()
    write(store, 'insights/fix', 'stats')
    const { made, ...first } = JSON.parse(store.exportFile())
    expect(made).toEqual([])
    expect(store.importFile(JSON.stringify({ ...first, version: 1 }))).toEqual({ kind: 'taken', exercises: 1 })
  })

  test.each([
    ['cut short', (file: string) => file.slice(0, 60), 'it is not JSON: it may be cut short, or another kind of file'],
    ['another program’s JSON', () => '{"name":"package"}', 'it is JSON, but not a progress file of this workbook'],
    [
      'of a later version',
      (file: string) => file.replace('"version": 2', '"version": 7'),
      'it has version 7, and this workbook reads versions 1 and 2',
    ],
    [
      'with one broken exercise',
      (file: string) => file.replace('"attempts": 0', '"attempts": "many"'),
      'what it says of the exercise "insights/fix" cannot be read',
    ],
    [
      'with things nobody can make',
      (file: string) => file.replace('"made": []', '"made": [{"kind": "ghost", "id": "a", "value": {}}]'),
      'what it says of alarms, dashboards and saved queries cannot be read',
    ],
    [
      'with a name that every object has',
      (file: string) => file.replace('"insights/fix"', '"__proto__"'),
      'it names "__proto__", which is no exercise',
    ],
    [
      'with a name as long as a book',
      (file: string) => file.replace('insights/fix', '<b>'.repeat(5000)),
      `it names "${'<b>'.repeat(18)}<b..., which is no exercise`,
    ],
  ])('a file %s is refused with the reason, and nothing changes', async (_, spoil, reason) => {
    const store = open()
    await store.load()
    write(store, 'insights/fix', 'stats')
    const before = store.snapshot()
    expect(store.importFile(spoil(store.exportFile()))).toEqual({ kind: 'refused', reason })
    expect(store.snapshot()).toBe(before)
  })

  test('a file from a clock far ahead can still be begun afresh, and does not pin where the learner was', async () => {
    const store = open()
    await store.load()
    write(store, 'insights/fix', 'stats')
    store.update('insights/fix', () => ({ done: { help: false, at: now } }))
    store.setHere('insights/fix')
    const ahead = JSON.parse(store.exportFile())
    const file = { ...ahead, here: { exercise: 'x/y', at: 9e15 }, exercises: { 'insights/fix': { ...ahead.exercises['insights/fix'] } } }
    file.exercises['insights/fix'] = { ...file.exercises['insights/fix'], changedAt: 9e15, done: { help: false, at: 9e15 } }
    expect(store.importFile(JSON.stringify(file)).kind).toBe('taken')
    expect(store.snapshot().here?.exercise).toBe('insights/fix')
    expect(store.record('insights/fix').done).toBeDefined()
    store.reset('insights/fix')
    await store.settled()
    expect(store.record('insights/fix').done).toBeUndefined()
  })
})
