import { useCallback, useEffect, useState } from 'react'
import { dimensionsOf, type Dimension } from '#lib/metric/dimensions.ts'
import type { MetricIdentity } from '#lib/metric/metric.ts'
import { useTask, type Task } from '#ui/pane/use-task.ts'

type Listed = {
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions: readonly Dimension[]
}

/** Whatever lists metrics as CloudWatch does: a client. */
export type MetricSource = { allMetrics(filter?: object, signal?: AbortSignal): Promise<readonly Listed[]> }

const identityOf = ({ Namespace, MetricName, Dimensions }: Listed): MetricIdentity => ({
  namespace: Namespace,
  metricName: MetricName,
  dimensions: dimensionsOf(Dimensions),
})

/** Every metric of an account; `reload` looks again and keeps what is there meanwhile. */
export function useMetrics(source: MetricSource): { readonly task: Task<readonly MetricIdentity[]>; reload(): void } {
  const { task, start } = useTask<readonly MetricIdentity[]>()
  const [count, setCount] = useState(0)
  useEffect(() => {
    start(async (signal) => (await source.allMetrics({}, signal)).map(identityOf))
  }, [start, source, count])
  return { task, reload: useCallback(() => setCount((before) => before + 1), []) }
}
