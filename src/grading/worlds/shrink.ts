/** What is asked of each smaller set; `budget` bounds how often. */
export type ShrinkOptions = { readonly budget: number; readonly signal?: AbortSignal }

/**
 * The fewest items that still differ, found by leaving out ever smaller parts (delta debugging).
 * `items` themselves must differ; where the budget ends early the smallest set so far comes back.
 */
export async function shrink<T>(
  items: readonly T[],
  differs: (items: readonly T[]) => Promise<boolean>,
  options: ShrinkOptions,
): Promise<readonly T[]> {
  let current = items
  let parts = 2
  let asked = 0
  const stillDiffers = async (candidate: readonly T[]): Promise<boolean> => {
    options.signal?.throwIfAborted()
    asked++
    return differs(candidate)
  }
  while (current.length > 1 && asked < options.budget) {
    const smaller = await leaveOnePartOut(current, parts, async (candidate) => asked < options.budget && (await stillDiffers(candidate)))
    if (smaller !== undefined) {
      parts = smaller.length * 2 < current.length ? 2 : Math.max(2, parts - 1)
      current = smaller
    } else if (parts >= current.length) break
    else parts = Math.min(current.length, parts * 2)
  }
  return current
}

async function leaveOnePartOut<T>(
  items: readonly T[],
  parts: number,
  differs: (items: readonly T[]) => Promise<boolean>,
): Promise<readonly T[] | undefined> {
  const size = Math.ceil(items.length / parts)
  for (let from = 0; parts === 2 && from < items.length; from += size) {
    const part = items.slice(from, from + size)
    if (await differs(part)) return part
  }
  for (let from = 0; parts > 2 && from < items.length; from += size) {
    const rest = items.toSpliced(from, size)
    if (rest.length > 0 && (await differs(rest))) return rest
  }
  return undefined
}
