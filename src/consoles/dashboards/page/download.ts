import type { Json } from '../file/json.ts'

/** Hands a dashboard over as a file. */
export function download(name: string, dashboard: Json): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(dashboard, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
