import type { WorldRecord } from './record.ts'

/** A running FNV-1a in two lanes of 32 bits: integer arithmetic only, so that every engine agrees. */
function createDigest(): { add(record: WorldRecord): void; value(): string } {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  const mix = (text: string): void => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      low = Math.imul(low ^ unit, 0x01000193)
      high = Math.imul(high ^ unit ^ (low >>> 16), 0x85ebca6b)
    }
    low = Math.imul(low ^ 0xffff, 0x01000193)
  }
  const add = (record: WorldRecord): void => {
    mix(record.group)
    mix(record.stream)
    mix(`${record.timestamp} ${record.ingestionTime}`)
    mix(record.message)
  }
  const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0')
  return { add, value: () => hex(high) + hex(low) }
}

/** Sixteen hexadecimal digits that stand for every byte of a log. */
export function digest(records: Iterable<WorldRecord>): string {
  const running = createDigest()
  for (const record of records) running.add(record)
  return running.value()
}
