import type { AggregateEntry, Parameter, ScalarEntry, ValueType } from '../function-entry.ts'

export const scalar = (entry: Omit<ScalarEntry, 'kind'>): ScalarEntry => ({ kind: 'scalar', ...entry })

export const aggregate = (entry: Omit<AggregateEntry, 'kind' | 'group'>): AggregateEntry => ({
  kind: 'aggregate',
  group: 'aggregate',
  ...entry,
})

export const parameter = (name: string, takes: ValueType, says: string): Parameter => ({ name, takes, says })

export const optional = (name: string, takes: ValueType, says: string): Parameter => ({ name, takes, says, optional: true })

/** None of it, or as many as one likes. */
export const repeated = (name: string, takes: ValueType, says: string): Parameter => ({ name, takes, says, optional: true, repeats: true })
