export type StreamedEvent = { readonly type: string; readonly payload: Readonly<Record<string, unknown>> }

/** An answer that goes on: events as they come, until the source ends, fails with an `ApiError`, or `stop` is heard. */
export class EventStream {
  readonly events: (stop: AbortSignal) => AsyncIterator<StreamedEvent, void>

  constructor(events: (stop: AbortSignal) => AsyncIterator<StreamedEvent, void>) {
    this.events = events
  }
}
