import { createRandom } from '#lib/random.ts'

/** UUIDs of version 4 in form, from a seed: the same requests in the same order get the same ids. */
export function createIds(seed: number): () => string {
  const random = createRandom(seed)
  const word = (): string => random.uint32().toString(16).padStart(8, '0')
  return () => {
    const digits = word() + word() + word() + word()
    const variant = '89ab'[random.below(4)] ?? '8'
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
  }
}
