import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readKnownFailures } from './conformance/known-failures.ts'
import type { NeutralCase } from './conformance/neutral-case.ts'
import { runCase, type CaseOutcome } from './conformance/run-case.ts'

const usage = `npm run conformance -- [--kind K,...] [--write] FILE_OR_FOLDER...

Runs neutral case files against the engines and apis. A case of a kind that has no engine yet fails.
  --kind K,...   only these kinds
  --write        write docs/conformance.md from this run`

type Suite = { readonly file: string; readonly outcomes: readonly CaseOutcome[] }

/** Every file of cases below a folder, or the one file: nothing is passed over because its engine is not there yet. */
function caseFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name)
      if (entry.isDirectory()) return caseFiles(inside)
      return /\.(json|jsonl|test)$/.test(entry.name) ? [inside] : []
    })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a file holds: an array, an object with `cases`, a line each (`.jsonl`), or the whole file as one case. */
function parseJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${place} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function listOf(file: string): readonly unknown[] {
  const text = readFileSync(file, 'utf8')
  if (extname(file) === '.test') return [{ text }]
  if (extname(file) === '.jsonl')
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, at) => parseJson(`${file}:${at + 1}`, line))
  const read = parseJson(file, text)
  if (Array.isArray(read)) return read
  return isRecord(read) && Array.isArray(read['cases']) ? read['cases'] : [read]
}

/** The cases of one file; what stands without a kind or an id gets them from the file's name and its place. */
export function readCases(file: string): readonly NeutralCase[] {
  const kind = extname(file) === '.test' ? 'promqltest' : basename(file).replace(/(\.visible)?\.jsonl?$/, '')
  return listOf(file).map((found, at) => {
    const members = isRecord(found) ? found : { value: found }
    return {
      ...members,
      id: typeof members['id'] === 'string' ? members['id'] : `${basename(file)}:${at + 1}`,
      kind: typeof members['kind'] === 'string' ? members['kind'] : kind,
    }
  })
}

function printFailure(outcome: CaseOutcome): void {
  console.log(`FAILED ${outcome.id} (${outcome.kind})`)
  console.log(`  expected ${JSON.stringify(outcome.expected)}`)
  console.log(`  actual   ${JSON.stringify(outcome.actual)}`)
}

/** The choices made where a product is silent: lines beside the cases. */
function choicesBeside(file: string): readonly string[] {
  const choices = join(dirname(file), 'choices.txt')
  if (!existsSync(choices)) return []
  const lines = readFileSync(choices, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return ['', 'Where the product is silent, or known to differ, we chose:', '', ...lines.map((line) => `- ${line}`)]
}

/** `docs/conformance.md`: suites with what passed, kind by kind; what does not and why; what was chosen. */
export function conformanceDocument(suites: readonly Suite[]): string {
  const lines = [
    '# Conformance',
    '',
    'Written by `npm run conformance -- --write test/conformance`; tests compare. The cases and what they rest on: the README beside each file.',
  ]
  return `${[...lines, ...suites.map((suite) => conformanceSection(suite))].join('\n')}\n`
}

/** One suite's part of the document. */
export function conformanceSection({ file, outcomes }: Suite): string {
  const lines = ['', `## ${basename(dirname(file))}`, '', '| kind | passed | of |', '|---|---|---|']
  for (const [kind, ofKind] of byKind(outcomes))
    lines.push(`| ${kind} | ${ofKind.filter(({ passed }) => passed).length} | ${ofKind.length} |`)
  lines.push(...notYet(outcomes, readKnownFailures(dirname(file))), ...choicesBeside(file))
  return lines.join('\n')
}

function byKind(outcomes: readonly CaseOutcome[]): ReadonlyMap<string, readonly CaseOutcome[]> {
  const kinds = new Map<string, CaseOutcome[]>()
  for (const outcome of outcomes) {
    const ofKind = kinds.get(outcome.kind)
    if (ofKind === undefined) kinds.set(outcome.kind, [outcome])
    else ofKind.push(outcome)
  }
  return kinds
}

/** What does not pass and why: in one line where it is a whole kind for one reason. */
function notYet(outcomes: readonly CaseOutcome[], known: ReadonlyMap<string, string>): readonly string[] {
  if (outcomes.every(({ passed }) => passed)) return []
  const reasonOf = ({ id }: CaseOutcome): string => known.get(id) ?? 'not known why'
  const lines = [...byKind(outcomes)].flatMap(([kind, ofKind]) => {
    const failed = ofKind.filter(({ passed }) => !passed)
    const reasons = new Set(failed.map(reasonOf))
    const [reason] = reasons
    if (failed.length === ofKind.length && reasons.size === 1) return [`- all of ${kind}: ${reason}`]
    return failed.map((outcome) => `- \`${outcome.id}\`: ${reasonOf(outcome)}`)
  })
  return ['', 'Not yet:', '', ...lines]
}

export async function runSuites(paths: readonly string[], kinds?: ReadonlySet<string>): Promise<readonly Suite[]> {
  const suites: Suite[] = []
  for (const file of paths.flatMap(caseFiles)) {
    const wanted = readCases(file).filter((testCase) => kinds === undefined || kinds.has(testCase.kind))
    const outcomes: CaseOutcome[] = []
    for (const testCase of wanted) outcomes.push(await runCase(testCase))
    if (outcomes.length > 0) suites.push({ file, outcomes })
  }
  return suites
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { kind: { type: 'string' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help || positionals.length === 0) {
    console.log(usage)
    process.exit(values.help ? 0 : 2)
  }
  const suites = await runSuites(positionals, values.kind === undefined ? undefined : new Set(values.kind.split(',')))
  const outcomes = suites.flatMap((suite) => suite.outcomes)
  const failed = outcomes.filter((outcome) => !outcome.passed)
  failed.forEach(printFailure)
  if (values.write) writeFileSync('docs/conformance.md', conformanceDocument(suites))
  if (outcomes.length === 0) console.error(`no case was found in ${positionals.join(', ')}`)
  console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`)
  process.exit(failed.length === 0 && outcomes.length > 0 ? 0 : 1)
}

if (process.argv[1]?.endsWith('conformance.ts')) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  })
}
