import type { Clock } from '#lib/time.ts'
import type { LogStore } from '#stores/log-store.ts'
import type { Imports } from '../context.ts'
import { MOST_BYTES, OwnLog } from './own-log.ts'

type Options = {
  readonly newId: () => string
  readonly account: (id: string) => Promise<{ readonly logs: LogStore; readonly clock: Clock }>
}

/** The logs that are being taken right now, by a name of their own; together they hold no more than there is room for. */
export function createImports({ newId, account }: Options): Imports {
  const sessions = new Map<string, { readonly log: OwnLog; dropIfEmpty(): void }>()
  let taken = 0
  const end = (id: string): boolean => {
    const session = sessions.get(id)
    taken += session?.log.size ?? 0
    session?.dropIfEmpty()
    return sessions.delete(id)
  }
  return {
    async begin(start) {
      const { logs, clock } = await account(start.account)
      const present = logs.group(start.group)
      const group = present ?? logs.createGroup(start.group, clock.now())
      const id = newId()
      sessions.set(id, {
        log: new OwnLog({ ...start, group, clock, room: MOST_BYTES - taken }),
        // a file that was refused leaves no group behind
        dropIfEmpty: () => void (present === undefined && group.size === 0 && logs.deleteGroup(group.name)),
      })
      return id
    },
    push: (id, bytes) => sessions.get(id)?.log.push(bytes),
    finish(id) {
      const report = sessions.get(id)?.log.finish()
      end(id)
      return report
    },
    cancel: end,
    reset: () => void (taken = 0),
  }
}
