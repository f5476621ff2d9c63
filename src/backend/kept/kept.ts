import type { MadeKind, MadeThing } from '#lib/made.ts'

/** Where made things outlive the page. What fails in it is nobody's business but its own: the page goes on without. */
export type Kept = {
  /** Everything that was kept; nothing where it cannot be read. */
  load(): Promise<readonly MadeThing[]>
  /** Writes a thing over what was there; an undefined value takes it away. */
  write(kind: MadeKind, id: string, value: unknown): void
  /** Tells what somebody else wrote; gives the way to stop. */
  listen(listener: (kind: MadeKind, id: string, value: unknown) => void): () => void
  /** The account has a thing as it now is: whoever shows it may look again. */
  show(kind: MadeKind, id: string): void
}
