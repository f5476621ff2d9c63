import { createWorld } from '#world/index.ts'
import { LogStore } from '#stores/log-store.ts'
import type { Benchmark } from './measurement.ts'

const EVENTS = 1_000_000

/** What the process holds after a collection, in bytes; `--expose-gc` is asked for by the npm script. */
function heldBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Draws a world of a million events and lays it into a store. */
export const measureWorld: Benchmark = async () => {
  const before = heldBytes()
  const store = new LogStore()
  const began = performance.now()
  let events = 0
  let text = 0
  const batches = new Map<string, { timestamp: number; message: string }[]>()
  const flush = (key: string): void => {
    const [group = '', stream = ''] = key.split('\u0001')
    const batch = batches.get(key) ?? []
    const last = batch.at(-1)?.timestamp ?? 0
    ;(store.group(group) ?? store.createGroup(group, last)).append(stream, batch, last)
    batches.set(key, [])
  }
  for (const record of createWorld({ scenario: 'company', seed: 1, size: EVENTS }).records()) {
    const key = `${record.group}\u0001${record.stream}`
    const batch = batches.get(key) ?? []
    batch.push({ timestamp: record.timestamp, message: record.message })
    batches.set(key, batch)
    if (batch.length >= 1000) flush(key)
    events++
    text += record.message.length
  }
  for (const key of batches.keys()) flush(key)
  const took = Math.round(performance.now() - began)
  const held = heldBytes() - before
  return [
    { what: `draw and store ${events} events`, value: took, unit: 'ms', beside: `${Math.round(events / took)} events a ms` },
    {
      what: 'held',
      value: Math.round(held / 1e6),
      unit: 'MB',
      beside: `${(held / text).toFixed(2)} bytes for each of the text's ${Math.round(text / 1e6)} MB`,
    },
  ]
}
