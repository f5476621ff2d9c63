import type { TimeRange } from '#lib/time.ts'
import { quoteForShell } from '#ui/pane/quote-for-shell.ts'

/** The same search for the vendor's own command line. */
export function awsCommand(group: string, range: TimeRange, pattern: string): string {
  const lines = [
    'aws logs filter-log-events',
    `--log-group-name ${quoteForShell(group)}`,
    `--start-time ${Math.floor(range.start)}`,
    `--end-time ${Math.ceil(range.end) - 1}`,
    ...(pattern === '' ? [] : [`--filter-pattern ${quoteForShell(pattern)}`]),
  ]
  return lines.join(' \\\n  ')
}
