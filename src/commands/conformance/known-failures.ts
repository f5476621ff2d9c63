import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `known-failures.txt` of a folder of cases: an id and its reason a line. */
export function readKnownFailures(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, 'known-failures.txt')
  if (!existsSync(file)) return new Map()
  return new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const end = line.indexOf(' ')
        return end < 0 ? ([line, ''] as const) : ([line.slice(0, end), line.slice(end + 1).trim()] as const)
      }),
  )
}
