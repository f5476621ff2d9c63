import { loadCourse } from '../../build/exercises/course.ts'
import { runGates } from './run-gates.ts'

export type GateOrder = { readonly id: string; readonly seeds: number }

/** A process of its own that puts one exercise after the other through its gates, as it is told to. */
const course = loadCourse('exercises')
process.on('message', (order) => void run(order as GateOrder))

async function run({ id, seeds }: GateOrder): Promise<void> {
  const loaded = course.exercises.find(({ exercise }) => exercise.id === id)
  if (loaded === undefined) throw new Error(`cannot run the gates of ${id}: there is no such exercise`)
  process.send?.(await runGates(loaded, seeds))
}
