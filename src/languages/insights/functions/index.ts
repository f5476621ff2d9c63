import type { FunctionEntry } from '../function-entry.ts'
import { aggregateFunctions } from './aggregate.ts'
import { dateFunctions } from './date.ts'
import { generalFunctions } from './general.ts'
import { hashFunctions } from './hash.ts'
import { ipFunctions } from './ip.ts'
import { jsonFunctions } from './json.ts'
import { numericFunctions } from './numeric.ts'
import { stringFunctions } from './string.ts'

/** Every function of Logs Insights, scalar and aggregate. */
export const functionEntries: readonly FunctionEntry[] = [
  ...aggregateFunctions,
  ...numericFunctions,
  ...dateFunctions,
  ...generalFunctions,
  ...jsonFunctions,
  ...ipFunctions,
  ...stringFunctions,
  ...hashFunctions,
]

const byName = new Map<string, FunctionEntry>()
for (const entry of functionEntries) {
  for (const name of [entry.name, ...(entry.aliases ?? [])]) byName.set(name.toLowerCase(), entry)
}

/** The function of that name, in either case. */
export const findFunction = (name: string): FunctionEntry | undefined => byName.get(name.toLowerCase())
