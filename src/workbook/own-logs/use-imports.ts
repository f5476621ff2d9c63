import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ImportReport } from '#lib/import-report.ts'
import type { Cloud } from '../cloud.ts'
import { takeCarriedFiles } from './carried-files.ts'

/** A file on its way in, or what became of it. */
export type LogImport = {
  readonly id: number
  readonly name: string
  /** The reader has put its report away; its group stays. */
  readonly isDismissed?: boolean
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'reading'; readonly done: number; readonly total: number }
    | { readonly kind: 'taken'; readonly report: ImportReport }
    | { readonly kind: 'failed'; readonly message: string }
    | { readonly kind: 'cancelled' }
}

export type Imports = {
  readonly files: readonly LogImport[]
  /** What was taken, newest first. */
  readonly groups: readonly ImportReport[]
  take(files: readonly File[]): void
  cancel(id: number): void
  dismiss(id: number): void
}

/** Whose account the files go to; undefined while its world is being made. */
export type ImportTarget = { readonly cloud: Cloud; readonly account: string } | undefined

type Waiting = { readonly id: number; readonly file: File; readonly controller: AbortController }

/** A person's own logs: one after the other into an account, each a group of its own. Nothing of them is kept. */
export function useImports(target: ImportTarget, onTaken: (report: ImportReport) => void): Imports {
  const [files, setFiles] = useState<readonly LogImport[]>([])
  const waiting = useRef<Waiting[]>([])
  const running = useRef(new Map<number, AbortController>())
  const isBusy = useRef(false)
  const last = useRef(0)

  const show = (id: number, state: LogImport['state']) =>
    setFiles((before) => before.map((file) => (file.id === id ? { ...file, state } : file)))

  const importNext = async (): Promise<void> => {
    const next = target !== undefined && !isBusy.current ? waiting.current.shift() : undefined
    if (next === undefined || target === undefined) return
    isBusy.current = true
    const { id, file, controller } = next
    try {
      const report = await target.cloud.importLog({
        log: file,
        name: file.name,
        account: target.account,
        signal: controller.signal,
        onProgress: (progress) => show(id, { kind: 'reading', ...progress }),
      })
      show(id, { kind: 'taken', report })
      if (report.events > 0) onTaken(report)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      show(id, controller.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', message })
    }
    running.current.delete(id)
    isBusy.current = false
    await importNext()
  }
  const take = (chosen: readonly File[]) => {
    const added = chosen.map((file) => ({ id: ++last.current, file, controller: new AbortController() }))
    for (const { id, controller } of added) running.current.set(id, controller)
    waiting.current.push(...added)
    setFiles((before) => [...added.map(({ id, file }): LogImport => ({ id, name: file.name, state: { kind: 'waiting' } })), ...before])
    void importNext()
  }
  const cancel = (id: number) => {
    running.current.get(id)?.abort()
    waiting.current = waiting.current.filter((file) => file.id !== id)
    show(id, { kind: 'cancelled' })
  }

  const onOpen = useEffectEvent(() => {
    const carried = takeCarriedFiles()
    if (carried.length > 0) take(carried)
    else void importNext()
  })
  const isOpen = target !== undefined
  useEffect(() => onOpen(), [isOpen])

  return {
    files,
    groups: files.flatMap(({ state }) => (state.kind === 'taken' && state.report.events > 0 ? [state.report] : [])),
    take,
    cancel,
    dismiss: (id) => setFiles((before) => before.map((file) => (file.id === id ? { ...file, isDismissed: true } : file))),
  }
}
