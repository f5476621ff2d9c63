/** The percentile of the numbers, between two neighbours by proportion; may reorder them. Null for none. */
export function percentile(numbers: Float64Array, percent: number): number | null {
  if (numbers.length === 0 || !(percent >= 0 && percent <= 100)) return null
  const place = (percent / 100) * (numbers.length - 1)
  const below = Math.floor(place)
  const low = select(numbers, below)
  if (below === place) return low
  let high = Infinity
  for (let at = below + 1; at < numbers.length; at++) high = Math.min(high, numbers[at] ?? Infinity)
  return low + (high - low) * (place - below)
}

/** Hoare's quickselect: the k-th smallest, with all smaller ones before it. */
function select(numbers: Float64Array, k: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const [left, right] = partition(numbers, low, high)
    if (k <= right) high = right
    else if (k >= left) low = left
    else break
  }
  return numbers[k] ?? 0
}

function partition(numbers: Float64Array, low: number, high: number): readonly [number, number] {
  const pivot = medianOfThree(numbers[low] ?? 0, numbers[(low + high) >>> 1] ?? 0, numbers[high] ?? 0)
  let left = low
  let right = high
  while (left <= right) {
    while ((numbers[left] ?? 0) < pivot) left++
    while ((numbers[right] ?? 0) > pivot) right--
    if (left > right) break
    const swapped = numbers[left] ?? 0
    numbers[left++] = numbers[right] ?? 0
    numbers[right--] = swapped
  }
  return [left, right]
}

const medianOfThree = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
