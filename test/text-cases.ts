import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** One case of a text file, in Lezer's form: a line `# name`, the input, a line `==>`, what is expected. */
type TextCase = { readonly name: string; readonly line: number; readonly input: string; readonly expected: string }

/** Reads the cases of a file; a file with none, or a case without `==>`, is a mistake. */
function readTextCases(file: string): readonly TextCase[] {
  const cases = splitAtNames(readFileSync(file, 'utf8').split('\n')).map(({ name, line, body }) => {
    const arrow = body.indexOf('==>')
    if (arrow < 0) throw new Error(`${file}:${line}: the case "${name}" has no line ==>`)
    return { name, line, input: trim(body.slice(0, arrow)), expected: trim(body.slice(arrow + 1)) }
  })
  if (cases.length === 0) throw new Error(`${file}: no case in it`)
  return cases
}

/** Runs each case of a file as a test; `run` gives the text that is compared. */
export function testTextCases(file: string, run: (input: string) => string): void {
  it.each(readTextCases(file).map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(run(one.input), `${file}:${one.line}`).toBe(one.expected)
  })
}

type Section = { readonly name: string; readonly line: number; readonly body: string[] }

function splitAtNames(lines: readonly string[]): readonly Section[] {
  const sections: Section[] = []
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('# ') && isNewCase(sections.at(-1))) sections.push({ name: line.slice(2).trim(), line: at + 1, body: [] })
    else sections.at(-1)?.body.push(line)
  }
  return sections
}

/** A `# ` before the arrow belongs to the input: queries have comments. */
const isNewCase = (section: Section | undefined): boolean => section === undefined || section.body.includes('==>')

const trim = (lines: readonly string[]): string => lines.join('\n').replace(/^\n+|\n+$/g, '')
