import { readdirSync } from 'node:fs'
import { describe } from 'vitest'
import { testTextCases } from '../../text-cases.ts'
import { ask, groupOf, table } from './ask.ts'

const folder = 'test/engines/insights'

/** Events, one a line and a minute apart from 10:00; a line `---`; the query. Expected: the columns, then the rows, `-` for nothing. */
function run(input: string): string {
  const [events = '', query = ''] = input.split('\n---\n')
  const messages = events.split('\n').map((line) => line.replaceAll('\\t', '\t').replaceAll('\\n', '\n'))
  const results = ask(query, [groupOf(messages)])
  const rows = table(results).map((row) => row.map((cell) => cell ?? '-').join(' | '))
  return [results.columns.join(' | '), ...rows].join('\n')
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => testTextCases(`${folder}/${file}`, run))
}
