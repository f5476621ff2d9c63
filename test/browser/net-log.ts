import { readFileSync } from 'node:fs'

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: { readonly url?: unknown; readonly initiator?: unknown } }[]
}

/**
 * Every address that pages of an origin asked for, their workers and service workers included, from the log Chromium
 * wrote (`--log-net-log`). What the browser asks for itself (updates, autofill) has no page behind it and is left out.
 */
export function requestedBy(origin: string, file: string): readonly string[] {
  const log: NetLog = JSON.parse(readFileSync(file, 'utf8'))
  const started = log.constants.logEventTypes['URL_REQUEST_START_JOB']
  if (started === undefined) throw new Error(`cannot read ${file}: Chromium's log names no URL_REQUEST_START_JOB`)
  return log.events.flatMap(({ type, params }) =>
    type === started && params?.initiator === origin && typeof params.url === 'string' ? [params.url] : [],
  )
}
