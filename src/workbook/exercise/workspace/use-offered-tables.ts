import { useEffect, useState } from 'react'
import type { OfferedTable } from '#grading/exercise.ts'
import type { WorkspaceProps } from './workspace-props.ts'

/** The results to choose from; undefined while they are made. */
export function useOfferedTables({ desk, cloud }: Pick<WorkspaceProps, 'desk' | 'cloud'>): readonly OfferedTable[] | undefined {
  const exercise = desk.exercise.id
  const drawing = desk.number
  const key = `${exercise} ${drawing}`
  const [read, setRead] = useState<{ readonly key: string; readonly tables: readonly OfferedTable[] }>()
  const [failure, setFailure] = useState<Error>()
  useEffect(() => {
    let current = true
    cloud.grader.tables({ exercise, drawing }).then(
      (tables) => current && setRead({ key, tables }),
      (error: unknown) => current && setFailure(error instanceof Error ? error : new Error(String(error))),
    )
    return () => {
      current = false
    }
  }, [cloud, exercise, drawing, key])
  if (failure !== undefined) throw failure
  return read?.key === key ? read.tables : undefined
}
