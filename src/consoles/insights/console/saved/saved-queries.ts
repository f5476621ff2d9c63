import type { LogsClient, QueryDefinition } from '#clients/cloudwatch-logs.ts'

/** Every saved query of the account. */
export async function readSaved(logs: LogsClient, signal: AbortSignal): Promise<readonly QueryDefinition[]> {
  const saved: QueryDefinition[] = []
  for (let nextToken: string | undefined; ;) {
    const page = await logs.describeQueryDefinitions({ nextToken }, signal)
    saved.push(...page.queryDefinitions)
    if (page.nextToken === undefined) return saved
    nextToken = page.nextToken
  }
}

/** A saved query lies in a folder where its name says so, as in AWS's console: `night shift/failures` is `failures` in `night shift`. */
export function placeOf(fullName: string): { readonly folder: string; readonly name: string } {
  const slash = fullName.lastIndexOf('/')
  return { folder: fullName.slice(0, Math.max(0, slash)).trim(), name: fullName.slice(slash + 1).trim() }
}

/** The name that puts a query into a folder; none is at the top. */
export const nameIn = (folder: string, name: string): string =>
  [...folder.split('/'), name]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')

/** The folders there are, in order of their names. */
export const foldersOf = (queries: readonly QueryDefinition[]): readonly string[] =>
  [...new Set(queries.map(({ name }) => placeOf(name).folder))].filter((folder) => folder !== '').toSorted()
