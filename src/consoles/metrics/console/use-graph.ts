import { useMemo } from 'react'
import type { ConsoleProps } from '#ui/console/console-props.ts'
import { readGraph, writeRows, type Graph, type GraphRow } from './graph.ts'

export type GraphInHand = Graph & {
  /** Rows of the link that could not be read. */
  readonly unread: number
  changeRows(rows: readonly GraphRow[]): void
  change(change: Partial<Omit<Graph, 'rows'>>): void
  /** All of it at once. */
  replace(graph: Graph): void
}

/** The graph that the link holds. */
export function useGraph({ query, onQueryChange }: ConsoleProps): GraphInHand {
  const graph = useMemo(() => readGraph(query), [query])
  const written = ({ title, view }: Partial<Omit<Graph, 'rows'>>) => ({
    ...(title === undefined ? {} : { title: title === '' ? undefined : title }),
    ...(view === undefined ? {} : { view: view === 'timeSeries' ? undefined : view }),
  })
  return {
    ...graph,
    changeRows: (rows) => onQueryChange({ graph: writeRows(rows) }),
    change: (change) => onQueryChange(written(change)),
    replace: ({ rows, ...rest }) => onQueryChange({ graph: writeRows(rows), ...written(rest) }),
  }
}
