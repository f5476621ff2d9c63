/** A moment on the heap: earlier first, equal times in the order they were scheduled. */
export type Moment = { readonly at: number; readonly order: number }

const isBefore = (left: Moment, right: Moment): boolean => left.at < right.at || (left.at === right.at && left.order < right.order)

/** Puts an item into a binary heap; the heap is a plain array, so that a snapshot can copy it. */
export function push<Item extends Moment>(heap: Item[], item: Item): void {
  let at = heap.length
  heap.push(item)
  while (at > 0) {
    const parentAt = (at - 1) >> 1
    const parent = heap[parentAt]
    if (parent === undefined || !isBefore(item, parent)) break
    heap[at] = parent
    at = parentAt
  }
  heap[at] = item
}

/** Takes the first item out. */
export function pop<Item extends Moment>(heap: Item[]): Item | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (last !== undefined && heap.length > 0) sink(heap, last)
  return first
}

function sink<Item extends Moment>(heap: Item[], item: Item): void {
  let at = 0
  for (;;) {
    const leftAt = 2 * at + 1
    const left = heap[leftAt]
    if (left === undefined) break
    const right = heap[leftAt + 1]
    const isRight = right !== undefined && isBefore(right, left)
    const child = isRight ? right : left
    if (!isBefore(child, item)) break
    heap[at] = child
    at = isRight ? leftAt + 1 : leftAt
  }
  heap[at] = item
}
