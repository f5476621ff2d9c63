import type { TimeRange } from '#lib/time.ts'
import { quoteForShell } from '#ui/pane/quote-for-shell.ts'

/** Start the same query and read its rows, with the vendor's own command line. */
export function awsCommand(group: string | readonly string[], range: TimeRange, query: string): string {
  const start = [
    'query_id=$(aws logs start-query',
    typeof group === 'string' ? `--log-group-name ${quoteForShell(group)}` : `--log-group-names ${group.map(quoteForShell).join(' ')}`,
    `--start-time ${Math.floor(range.start / 1000)}`,
    `--end-time ${Math.floor((range.end - 1) / 1000)}`,
    `--query-string ${quoteForShell(query)}`,
    '--query queryId --output text)',
  ]
  return `${start.join(' \\\n  ')}\naws logs get-query-results --query-id "$query_id"`
}
