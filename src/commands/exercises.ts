import { loadCourse, printProblems } from '../build/exercises/course.ts'
import { nearest } from '#lib/text/near.ts'
import type { GateReport } from './gates/run-gates.ts'
import { runInLanes } from './gates/run-in-lanes.ts'

/** Seeds each exercise is tried on. */
const SEEDS = 20

const wanted = process.argv.slice(2)
const course = loadCourse('exercises')
const broken = new Set(course.problems.map(({ file }) => file))
// a file that cannot be read as it is meant has only that to be told
const chosen = course.exercises.filter(({ exercise, file }) => (wanted.length === 0 || wanted.includes(exercise.id)) && !broken.has(file))
if (course.problems.length > 0) console.error(printProblems(course.problems))
const known = course.exercises.map(({ exercise }) => exercise.id)
const isBroken = (id: string): boolean => [...broken].some((file) => file.endsWith(`-${id.split('/').at(-1)}.md`))
const strange = wanted.filter((id) => !known.includes(id) && !isBroken(id))
for (const id of strange)
  console.error(`there is no exercise ${JSON.stringify(id)}; did you mean ${nearest(id, known) ?? known.join(', ')}?`)

const reports = await runInLanes(
  chosen.map(({ exercise }) => exercise.id),
  SEEDS,
)
for (const { file, failures } of reports) for (const { line, message } of failures) console.error(`${file}:${line}: ${message}`)
printTable(reports)
process.exitCode =
  course.problems.length > 0 || strange.length > 0 || chosen.length === 0 || reports.some((report) => report.failures.length > 0) ? 1 : 0

function printTable(rows: readonly GateReport[]): void {
  const head = ['exercise', 'seeds', 'right', 'wrong', 'ms', '']
  const body = rows.map((row) => [
    row.id,
    ...[row.seeds, row.right, row.wrong, row.ms].map(String),
    row.failures.length === 0 ? 'ok' : `${row.failures.length} failed`,
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((cells) => cells[at]?.length ?? 0)))
  for (const cells of [head, ...body])
    console.log(
      cells
        .map((cell, at) => (at === 0 || at === 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
  const failed = rows.filter((row) => row.failures.length > 0).length
  const unread = broken.size === 0 ? '' : `; ${broken.size === 1 ? 'one file' : `${broken.size} files`} to mend first`
  console.log(`${rows.length - failed} exercises hold, ${failed} do not${unread}`)
}
