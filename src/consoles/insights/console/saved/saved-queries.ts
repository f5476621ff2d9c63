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
