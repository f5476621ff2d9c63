import type { Dimensions } from './metric.ts'

/** A dimension as CloudWatch's wire has it. */
export type Dimension = { readonly Name: string; readonly Value: string }

/** `{Branch: 'leipzig'}` as CloudWatch's wire has it, in the same order. */
export const dimensionList = (dimensions: Dimensions): readonly Dimension[] =>
  Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))

/** The other way round. */
export const dimensionsOf = (list: readonly Partial<Dimension>[] = []): Dimensions =>
  Object.fromEntries(list.map(({ Name = '', Value = '' }) => [Name, Value]))
