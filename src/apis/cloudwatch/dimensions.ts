import type { Dimensions } from '#lib/metric/metric.ts'

/** Dimensions as the api lists them, sorted by name. */
export const dimensionList = (dimensions: Dimensions): readonly { readonly Name: string; readonly Value: string }[] =>
  Object.entries(dimensions)
    .map(([Name, Value]) => ({ Name, Value }))
    .sort((left, right) => (left.Name < right.Name ? -1 : 1))

export const dimensionsOf = (list: readonly { readonly Name?: string; readonly Value?: string }[] = []): Dimensions =>
  Object.fromEntries(list.map(({ Name = '', Value = '' }) => [Name, Value]))
