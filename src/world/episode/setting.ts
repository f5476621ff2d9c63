import type { Millis } from '#lib/time.ts'

export type ParameterValue = string | number | boolean

/** A fault of the spec with everything decided: on from `start` to before `end`. */
export type ActiveFault = {
  readonly name: string
  readonly start: Millis
  readonly end: Millis
  readonly strength: number
  readonly options: Readonly<Record<string, string | number>>
}

/** What does not change while an episode runs. */
export type Setting = {
  readonly seed: number
  readonly start: Millis
  /** How often the practice function is called, and how many times in all. */
  readonly practice: { readonly everyMs: number; readonly calls: number }
  readonly parameters: Readonly<Record<string, ParameterValue>>
  readonly faults: readonly ActiveFault[]
}

export function numberParameter(setting: Setting, name: string): number {
  const value = setting.parameters[name]
  if (typeof value !== 'number') throw new Error(`cannot read parameter "${name}": expected a number, found ${JSON.stringify(value)}`)
  return value
}

export function textParameter(setting: Setting, name: string): string {
  const value = setting.parameters[name]
  if (typeof value !== 'string') throw new Error(`cannot read parameter "${name}": expected text, found ${JSON.stringify(value)}`)
  return value
}

/** The fault of that name while it is on. */
export function faultAt({ faults }: Setting, name: string, at: Millis): ActiveFault | undefined {
  for (const fault of faults) if (fault.name === name && at >= fault.start && at < fault.end) return fault
  return undefined
}

/** Those of the named faults that are on. */
export const faultsAt = (setting: Setting, names: readonly string[], at: Millis): readonly ActiveFault[] =>
  setting.faults.filter((fault) => names.includes(fault.name) && at >= fault.start && at < fault.end)

/** Nothing calls the function for a while: a gap, not a zero. */
export const isSilent = (name: string, setting: Setting, at: Millis): boolean =>
  faultAt(setting, 'silent-half-hour', at)?.options['function'] === name
