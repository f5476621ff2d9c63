import type { Clock } from '#lib/time.ts'
import type { LogStore } from '#stores/log-store.ts'
import type { Imports } from './context.ts'
import { DroppedLog } from './dropped-log.ts'

type Options = {
  readonly newId: () => string
  readonly account: (id: string) => { readonly logs: LogStore; readonly clock: Clock }
}

/** The logs that are being taken right now, by a name of their own. */
export function createImports({ newId, account }: Options): Imports {
  const sessions = new Map<string, DroppedLog>()
  return {
    begin(start) {
      const { logs, clock } = account(start.account)
      const group = logs.group(start.group) ?? logs.createGroup(start.group, clock.now())
      const id = newId()
      sessions.set(id, new DroppedLog({ account: start.account, stream: start.stream, group, clock }))
      return id
    },
    push: (id, bytes) => sessions.get(id)?.push(bytes),
    finish(id) {
      const report = sessions.get(id)?.finish()
      sessions.delete(id)
      return report
    },
    cancel: (id) => sessions.delete(id),
  }
}
