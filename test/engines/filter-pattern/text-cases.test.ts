import { describe } from 'vitest'
import { compilePattern } from '#engines/filter-pattern/index.ts'
import { printDiagnostics } from '../../print-diagnostics.ts'
import { testTextCases } from '../../text-cases.ts'

/** The first line is the pattern, the others are messages; `yes` and `no` with the reason, pieces that matched in « ». */
function run(input: string): string {
  const [pattern = '', ...messages] = input.split('\n')
  const compiled = compilePattern(pattern)
  if ('diagnostics' in compiled) return printDiagnostics(pattern, compiled.diagnostics).join('\n')
  return messages
    .map((message) => {
      const { matched, ranges, reason } = compiled.value.explain(message)
      const marked = ranges
        .toReversed()
        .reduce((text, { from, to }) => `${text.slice(0, from)}«${text.slice(from, to)}»${text.slice(to)}`, message)
      const values = Object.entries(compiled.value.extract(message)).map(([name, value]) => `${name}=${value}`)
      return [`${matched ? 'yes' : 'no '} ${marked}`, `    ${reason}`, ...(values.length > 0 ? [`    ${values.join(' ')}`] : [])].join('\n')
    })
    .join('\n')
}

for (const file of ['terms', 'json', 'delimited', 'regex']) {
  describe(`${file}.txt`, () => testTextCases(`test/engines/filter-pattern/${file}.txt`, run))
}
