import type { Model } from './monaco.ts'
import { rangeIn } from './providers.ts'

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): { readonly from: number; readonly to: number; readonly text: string } {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let tail = 0
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) }
}

/** Does again what was typed before Monaco was there, so that undo goes back through it. */
export function replay(model: Model, history: readonly string[]): void {
  const [first = '', ...later] = history
  model.setValue(first)
  let before = first
  for (const after of later) {
    const { from, to, text } = difference(before, after)
    model.pushStackElement()
    model.pushEditOperations(null, [{ range: rangeIn(model, { from, to }), text }], () => null)
    before = after
  }
  model.pushStackElement()
}
