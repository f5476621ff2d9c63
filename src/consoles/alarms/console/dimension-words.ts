import type { Dimension } from '#lib/metric/dimensions.ts'

/** `FunctionName = load, Branch = leipzig`, or `None`. */
export const dimensionWords = (dimensions: readonly Dimension[] = []): string =>
  dimensions.length === 0 ? 'None' : dimensions.map(({ Name, Value }) => `${Name} = ${Value}`).join(', ')
