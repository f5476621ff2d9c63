import type { Explanation } from '#clients/watchkeeper.ts'
import type { ShownEvent } from './use-event-pages.ts'

/** What rows and text alike are given. */
export type EventViewProps = {
  readonly events: readonly ShownEvent[]
  readonly isStream: boolean
  readonly isWrapped: boolean
  /** What made a message match, by message. */
  readonly explanations: ReadonlyMap<string, Explanation>
  /** The event that was looked for. */
  readonly marked: string | undefined
  streamHref(stream: string): string
  /** The link to what stands around an event in its stream; none where that is shown already. */
  contextHref(event: ShownEvent): string | undefined
}
