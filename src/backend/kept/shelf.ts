import type { MadeKind } from '#lib/made.ts'
import type { Changes } from '#stores/changes.ts'

/** One kind of made thing in one account: how it is written down, read again and put in its place. */
export type Shelf = {
  readonly kind: MadeKind
  readonly changes: readonly Changes[]
  ids(): readonly string[]
  /** As it is kept; undefined where there is none. */
  write(id: string): unknown
  /** Whether a kept thing is whole. */
  isReadable(id: string, value: unknown): boolean
  /** Puts a kept thing in its place; false where it is broken or has no place here. */
  take(id: string, value: unknown): boolean
  remove(id: string): void
}
