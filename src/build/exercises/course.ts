import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise, ExerciseSummary, Unit } from '#grading/exercise.ts'
import type { Marking } from '#grading/marking.ts'
import { MapReader, readYaml, unknownWord } from '../located-yaml.ts'
import type { Problem } from '../prose.ts'
import { cutFile } from './cut.ts'
import { parseExercise } from './parse.ts'

export type FileProblem = Problem & { readonly file: string }

export type LoadedExercise = {
  readonly file: string
  readonly exercise: Exercise
  readonly marking: Marking
  /** Where the keys of the front matter and the sections begin. */
  readonly lines: Readonly<Record<string, number>>
}

export type Course = {
  readonly units: readonly Unit[]
  readonly exercises: readonly LoadedExercise[]
  readonly problems: readonly FileProblem[]
}

type LoadedUnit = { readonly unit: Unit; readonly exercises: readonly LoadedExercise[] }

/** Every unit and exercise below a folder, in the order of their numbers; what is wrong comes back with file and line. */
export function loadCourse(folder: string): Course {
  const problems: FileProblem[] = []
  const loaded = numbered(folder, 'directory', problems).map(({ name, slug }) => loadUnit(join(folder, name), slug, problems))
  return { units: loaded.map((one) => one.unit), exercises: loaded.flatMap((one) => one.exercises), problems }
}

/** `exercises/40-insights/50-slowest-branch.md:12: unknown key ...`, a line for each problem. */
export const printProblems = (problems: readonly FileProblem[]): string =>
  problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n')

function numbered(
  folder: string,
  kind: 'directory' | 'file',
  problems: FileProblem[],
): readonly { readonly name: string; readonly slug: string }[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    kind === 'directory' ? entry.isDirectory() : entry.isFile() && entry.name !== 'unit.md',
  )
  const taken = new Map<string, string>()
  return names
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      const slug = /^\d+-([a-z0-9-]+?)(?:\.md)?$/.exec(name)?.[1]
      if (slug !== undefined && (kind === 'directory' || name.endsWith('.md'))) {
        const other = taken.get(slug)
        if (other === undefined) {
          taken.set(slug, name)
          return [{ name, slug }]
        }
        problems.push({ file: join(folder, name), line: 1, message: `the name "${slug}" is taken by "${other}": the number only orders` })
        return []
      }
      problems.push({
        file: join(folder, name),
        line: 1,
        message: `expected a name such as "${kind === 'directory' ? '40-insights' : '50-slowest-branch.md'}"`,
      })
      return []
    })
}

function loadUnit(folder: string, slug: string, problems: FileProblem[]): LoadedUnit {
  const { title, sentence, skills } = readUnit(join(folder, 'unit.md'), problems)
  const exercises = numbered(folder, 'file', problems).flatMap(({ name, slug: own }) =>
    loadExercise(join(folder, name), `${slug}/${own}`, Object.keys(skills), problems),
  )
  return { unit: { slug, title, sentence, skills, exercises: exercises.map(({ exercise }) => summary(exercise)) }, exercises }
}

function readUnit(file: string, problems: FileProblem[]): Pick<Unit, 'title' | 'sentence' | 'skills'> {
  const found: Problem[] = []
  if (!existsSync(file)) problems.push({ file, line: 1, message: 'a unit needs a "unit.md" with title, sentence and skills' })
  const { header } = cutFile(existsSync(file) ? readFileSync(file, 'utf8') : '---\n---\n', found)
  const reader = new MapReader(readYaml(header.text, header.line, found), 'front matter', ['title', 'sentence', 'skills'], found)
  if (existsSync(file)) reader.require('title', 'sentence', 'skills')
  const skills = [...(reader.child('skills')?.entries ?? [])].flatMap(([name, { value, line }]) => {
    if (value.kind === 'scalar' && typeof value.value === 'string') return [[name, value.value] as const]
    found.push({ line, message: `expected a line of text for the skill "${name}"` })
    return []
  })
  problems.push(...found.map((problem) => ({ ...problem, file })))
  return { title: reader.text('title') ?? '', sentence: reader.text('sentence') ?? '', skills: Object.fromEntries(skills) }
}

function loadExercise(file: string, id: string, skills: readonly string[], problems: FileProblem[]): readonly LoadedExercise[] {
  const text = readFileSync(file, 'utf8')
  const { parsed, problems: found } = parseExercise(id, text)
  problems.push(...found.map((problem) => ({ ...problem, file })))
  if (parsed === undefined) return []
  for (const skill of parsed.exercise.skills) {
    if (!skills.includes(skill))
      problems.push({ file, line: linesOf(text)['skills'] ?? 1, message: `${unknownWord('skill', skill, skills)} (unit.md lists them)` })
  }
  return [{ file, ...parsed, lines: linesOf(text) }]
}

const linesOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text.split('\n').flatMap((line, at) => {
      const name = /^(?:## (.+?)|([a-z]+):.*)$/.exec(line)
      const found = name?.[1] ?? name?.[2]
      return found === undefined ? [] : [[found, at + 1]]
    }),
  )

const summary = ({ id, title, kind, role, minutes, skills }: Exercise): ExerciseSummary => ({ id, title, kind, role, minutes, skills })
