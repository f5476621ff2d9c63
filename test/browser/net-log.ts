import { readFileSync } from 'node:fs'

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: { readonly url?: unknown } }[]
}

/** Every address that Chromium asked for, workers and service workers included, from the log it wrote (`--log-net-log`). */
export function requestedUrls(file: string): readonly string[] {
  const log: NetLog = JSON.parse(readFileSync(file, 'utf8'))
  const started = log.constants.logEventTypes['URL_REQUEST_START_JOB']
  if (started === undefined) throw new Error(`cannot read ${file}: Chromium's log names no URL_REQUEST_START_JOB`)
  return log.events.flatMap(({ type, params }) => (type === started && typeof params?.url === 'string' ? [params.url] : []))
}
