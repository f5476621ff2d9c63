/** What localStorage holds until IndexedDB has it, or for good where there is no IndexedDB. Nothing here throws: a browser may refuse any of it. */
export type LocalShelf = {
  entries(): readonly (readonly [key: string, text: string])[]
  put(key: string, text: string): boolean
  /** Takes a text away, unless something newer was put in its place. */
  removeIfSame(key: string, text: string): void
  /** Moves what cannot be read out of the way, and keeps it. */
  setAside(key: string): void
  /** The key a storage event names, without the prefix; undefined when it is not ours. */
  ownKey(storageKey: string | null): string | undefined
}

/** `prefix` carries the base path; `open` may throw, as `window.localStorage` does where storage is blocked. */
export function createLocalShelf(prefix: string, open: () => Storage): LocalShelf {
  const attempt = <Result>(work: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return work(open())
    } catch {
      return otherwise
    }
  }
  const ownKey = (key: string | null): string | undefined => (key?.startsWith(prefix) === true ? key.slice(prefix.length) : undefined)
  const listEntries = (storage: Storage) =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)).flatMap((full) => {
      const key = ownKey(full)
      const text = full === null ? null : storage.getItem(full)
      return key === undefined || text === null ? [] : [[key, text] as const]
    })
  return {
    ownKey,
    entries: () => attempt(listEntries, []),
    put: (key, text) =>
      attempt((storage) => {
        storage.setItem(prefix + key, text)
        return storage.getItem(prefix + key) === text
      }, false),
    removeIfSame: (key, text) =>
      attempt((storage) => {
        if (storage.getItem(prefix + key) === text) storage.removeItem(prefix + key)
      }, undefined),
    setAside: (key) =>
      attempt((storage) => {
        const text = storage.getItem(prefix + key)
        storage.removeItem(prefix + key)
        if (text !== null) storage.setItem(`${prefix}set-aside:${key}`, text)
      }, undefined),
  }
}
