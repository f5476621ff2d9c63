/** Whoever wants to hear which thing of a store changed. */
export class Changes {
  private readonly listeners = new Set<(id: string) => void>()

  /** Gives the way to stop. */
  listen(listener: (id: string) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  tell(id: string): void {
    for (const listener of this.listeners) listener(id)
  }
}
