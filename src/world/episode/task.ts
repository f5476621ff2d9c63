import type { PracticeTask } from '../parts/practice.ts'

/** Everything that can stand on the heap, waiting for its time. */
export type Task = PracticeTask
