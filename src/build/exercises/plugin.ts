import { relative, resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { loadCourse, printProblems, type Course } from './course.ts'

const page = 'virtual:exercises'
const marking = 'virtual:marking'

/**
 * `virtual:exercises` holds the units, and a lazy chunk for each exercise; `virtual:marking` a lazy chunk for each exercise's solutions.
 * A bad file fails the build with file and line; in development the overlay says so and the page reloads when it is right again.
 */
export function exercises(folder = 'exercises'): Plugin {
  let root = ''
  let course: Course | undefined
  const current = (): Course => (course ??= relativeTo(root, loadCourse(resolve(root, folder))))
  return {
    name: 'watchkeeper:exercises',
    configResolved: (config) => void (root = config.root),
    buildStart: () => void (course = undefined),
    resolveId: (id) => (id === page || id === marking || id.startsWith(`${page}/`) || id.startsWith(`${marking}/`) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${page}`) && !id.startsWith(`\0${marking}`)) return undefined
      const { problems } = current()
      const [first] = problems
      if (first !== undefined)
        this.error({ message: `exercises:\n${printProblems(problems)}`, loc: { file: first.file, line: first.line, column: 0 } })
      return source(id.slice(1), current())
    },
    configureServer: (server) => watch(server, resolve(root, folder), () => void (course = undefined)),
  }
}

const relativeTo = (root: string, course: Course): Course => ({
  ...course,
  exercises: course.exercises.map((one) => ({ ...one, file: relative(root, one.file) })),
  problems: course.problems.map((problem) => ({ ...problem, file: relative(root, problem.file) })),
})

function source(id: string, course: Course): string {
  if (id === page) return `export const units = ${literal(course.units)}\n${loader('loadExercise', page, course)}`
  if (id === marking) return loader('loadMarking', marking, course)
  const isMarking = id.startsWith(`${marking}/`)
  const wanted = id.slice((isMarking ? marking : page).length + 1)
  const found = course.exercises.find(({ exercise }) => exercise.id === wanted)
  if (found === undefined) throw new Error(`cannot load the exercise ${JSON.stringify(wanted)}: no file has this id`)
  return `export default ${literal(isMarking ? found.marking : found.exercise)}`
}

// Quicker to read than an object literal of the same size.
const literal = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`

function loader(name: string, base: string, course: Course): string {
  const cases = course.exercises.map(({ exercise: { id } }) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(`${base}/${id}`)}),`)
  return [
    'const modules = {',
    ...cases,
    '}',
    `export async function ${name}(id) {`,
    '  const load = Object.hasOwn(modules, id) ? modules[id] : undefined',
    '  if (load === undefined) throw new Error(`cannot load the exercise ${JSON.stringify(id)}: there is none of this id`)',
    '  return (await load()).default',
    '}',
  ].join('\n')
}

function watch(server: ViteDevServer, folder: string, forget: () => void): void {
  const reload = (file: string): void => {
    if (!file.startsWith(folder)) return
    forget()
    for (const environment of Object.values(server.environments)) {
      for (const [id, module] of environment.moduleGraph.idToModuleMap) {
        if (id.startsWith(`\0${page}`) || id.startsWith(`\0${marking}`)) environment.moduleGraph.invalidateModule(module)
      }
    }
    server.ws.send({ type: 'full-reload' })
  }
  server.watcher.add(folder)
  for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, reload)
}
