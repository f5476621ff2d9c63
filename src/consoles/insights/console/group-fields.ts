import type { WatchkeeperClient } from '#clients/watchkeeper.ts'
import type { KnownField } from '#lib/text/language.ts'
import type { TimeRange } from '#lib/time.ts'

type Asked = { readonly account: string; readonly groups: readonly string[]; readonly range: TimeRange }

/** The fields of several groups' events; how many events have one can be said of a single group only. */
export async function readFields(
  client: WatchkeeperClient,
  { account, groups, range }: Asked,
  signal: AbortSignal,
): Promise<readonly KnownField[]> {
  const found = await Promise.all(groups.map((group) => client.fields(account, group, range, signal)))
  const [only, ...others] = found
  if (only === undefined || others.length === 0) return only ?? []
  const byName = new Map<string, KnownField>()
  for (const { name, samples } of found.flat()) {
    const before = byName.get(name)?.samples ?? []
    byName.set(name, { name, samples: [...new Set([...before, ...samples])].slice(0, 5) })
  }
  return [...byName.values()]
}
