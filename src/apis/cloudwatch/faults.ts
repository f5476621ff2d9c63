import { invalidCombination, invalidParameterValue, missingParameter } from './api-error.ts'

/** One thing that is wrong with an input, in CloudWatch's words. */
export type Fault = { readonly kind: 'missing' | 'combination' | 'value'; readonly says: string }

export const missing = (path: string): Fault => ({ kind: 'missing', says: `The parameter ${path} is required.` })
export const combination = (says: string): Fault => ({ kind: 'combination', says })
export const wrongValue = (says: string): Fault => ({ kind: 'value', says })
export const invalid = (value: string, path: string): Fault => wrongValue(`The value ${value} for parameter ${path} is invalid.`)
export const tooMany = (path: string, most: number): Fault =>
  wrongValue(`The collection ${path} must not have a size greater than ${most}.`)

const errors = { missing: missingParameter, combination: invalidCombination, value: invalidParameterValue } as const

/** As many are said at once; a refusal is not longer than what it refuses. */
const MOST_SAID = 1000

/** Refuses with the faults of the first kind there is: what is missing before what does not go together before what is wrong. */
export function refuseFaults(faults: readonly Fault[]): void {
  for (const kind of ['missing', 'combination', 'value'] as const) {
    const says = faults.filter((fault) => fault.kind === kind).map((fault) => fault.says)
    if (says.length > 0) throw errors[kind](says.slice(0, MOST_SAID).join('\n'))
  }
}
