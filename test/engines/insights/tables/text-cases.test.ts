import { readdirSync } from 'node:fs'
import { describe } from 'vitest'
import { readLookupTable } from '#apis/cloudwatch-logs/operations/lookup-tables.ts'
import { createExecution, resolveSource } from '#engines/insights/index.ts'
import { parse } from '#languages/insights/index.ts'
import type { Source } from '#languages/insights/ast.ts'
import { hasErrors } from '#lib/text/diagnostic.ts'
import type { LogGroup } from '#stores/log-store.ts'
import { LookupTableStore } from '#stores/lookup-table-store.ts'
import { printDiagnostics } from '../../../print-diagnostics.ts'
import { testTextCases } from '../../../text-cases.ts'
import { groupOf, table, WINDOW } from '../ask.ts'

const folder = 'test/engines/insights/tables'

/**
 * Blocks that begin with `group NAME` (events, one a line and a minute apart from 10:00) or `table NAME` (its CSV); a line `---`; the query,
 * over the first group unless it says otherwise. Expected: the columns, then the rows, `-` for nothing; or why it is refused or fails.
 */
function run(input: string): string {
  const [blocks = '', query = ''] = input.split('\n---\n')
  const { groups, tables } = read(blocks)
  const { ast, diagnostics } = parse(query)
  if (hasErrors(diagnostics)) return printDiagnostics(query, diagnostics).join('\n')
  const groupsOf = (source: Source): readonly LogGroup[] => {
    const { names } = resolveSource(source, groups)
    return groups.filter(({ name }) => names.includes(name))
  }
  const chosen = ast.source === undefined ? groups.slice(0, 1) : groupsOf(ast.source)
  const others = { groups: groupsOf, tables }
  const made = createExecution({ query: ast, groups: chosen, accountId: '123456789012', ...WINDOW, now: WINDOW.end + 1, others })
  if ('diagnostics' in made) return printDiagnostics(query, made.diagnostics).join('\n')
  while (!made.value.step(2));
  const failure = made.value.failure()
  if (failure !== undefined) return `failed: ${failure}`
  const results = made.value.results()
  const rows = table(results).map((row) => row.map((cell) => cell ?? '-').join(' | '))
  return [results.columns.join(' | '), ...rows].join('\n')
}

function read(blocks: string): { readonly groups: readonly LogGroup[]; readonly tables: LookupTableStore } {
  const groups: LogGroup[] = []
  const tables = new LookupTableStore()
  for (const block of blocks.split(/^(?=group |table )/m)) {
    const [head = '', ...lines] = block.trimEnd().split('\n')
    const [kind, name = ''] = head.split(' ')
    const content = readLookupTable({ lookupTableName: name, tableBody: `${lines.join('\n')}\n`, lastUpdatedTime: 0 })
    if (kind === 'group') groups.push(groupOf(lines, name))
    else if (content === undefined) throw new Error(`cannot read the table ${name}`)
    else tables.put(content)
  }
  return { groups, tables }
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => testTextCases(`${folder}/${file}`, run))
}
