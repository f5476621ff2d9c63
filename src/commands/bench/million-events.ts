import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type RawEvent = { readonly timestamp: number; readonly stream: string; readonly message: string }

/** The file of `gen.mjs`, made once into `.cache/`. */
export function eventsFile(count: number): string {
  const file = join('.cache', `events-${count}.dat`)
  if (!existsSync(file)) {
    mkdirSync('.cache', { recursive: true })
    execFileSync(process.execPath, [join(import.meta.dirname, 'gen.mjs'), String(count), file])
  }
  return file
}

/** Its events, read back. */
export function readEvents(count: number): readonly RawEvent[] {
  return readFileSync(eventsFile(count), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const first = line.indexOf('\u0001')
      const second = line.indexOf('\u0001', first + 1)
      return { timestamp: Number(line.slice(0, first)), stream: `stream-${line.slice(first + 1, second)}`, message: line.slice(second + 1) }
    })
}
