import { metricKey } from '#lib/metric/metric.ts'
import type { WorldRecord } from './record.ts'
import type { WorldSample } from './sample.ts'

/** A running FNV-1a in two lanes of 32 bits: integer arithmetic only, so that every engine agrees. */
function createDigest(): { mix(text: string): void; value(): string } {
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
  const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0')
  return { mix, value: () => hex(high) + hex(low) }
}

/** Sixteen hexadecimal digits that stand for every byte of a log. */
export function digest(records: Iterable<WorldRecord>): string {
  const { mix, value } = createDigest()
  for (const { group, stream, timestamp, ingestionTime, message } of records) {
    mix(group)
    mix(stream)
    mix(`${timestamp} ${ingestionTime}`)
    mix(message)
  }
  return value()
}

/** The same for what was measured. */
export function sampleDigest(samples: Iterable<WorldSample>): string {
  const { mix, value } = createDigest()
  for (const sample of samples) {
    const { timestamp, knownAt, value: measured, count = 1, unit } = sample
    mix(metricKey(sample))
    mix(`${timestamp} ${knownAt} ${measured} ${count} ${unit}`)
  }
  return value()
}
