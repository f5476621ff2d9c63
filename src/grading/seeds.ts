import { hash } from '#lib/random.ts'

/** The seed of the world on screen. */
export const visibleSeed = (exercise: string, drawing: number): number => hash(exercise, drawing, 'shown')

/** The seed of the nth hidden world. */
export const hiddenSeed = (exercise: string, drawing: number, nth: number): number => hash(exercise, drawing, 'hidden', nth)
