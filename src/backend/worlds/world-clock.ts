import type { Clock, Millis, TimeRange } from '#lib/time.ts'

/** A world's own time: stands, or runs 1:1 with the real one; goes forward only, and stops where the world ends. */
export class WorldClock implements Clock {
  private at: Millis
  private startedAt: Millis | undefined
  private readonly end: Millis
  private readonly real: Clock

  constructor(range: TimeRange, at: Millis, real: Clock) {
    this.at = Math.min(at, range.end)
    this.end = range.end
    this.real = real
  }

  now(): Millis {
    const passed = this.startedAt === undefined ? 0 : this.real.now() - this.startedAt
    return Math.min(this.at + passed, this.end)
  }

  get isRunning(): boolean {
    return this.startedAt !== undefined && this.now() < this.end
  }

  get isStanding(): boolean {
    return !this.isRunning
  }

  play(): void {
    this.startedAt ??= this.real.now()
  }

  pause(): void {
    this.at = this.now()
    this.startedAt = undefined
  }

  /** Time does not go back: what happened has been recorded. */
  jump(to: Millis): void {
    this.at = Math.min(Math.max(to, this.now()), this.end)
    if (this.startedAt !== undefined) this.startedAt = this.real.now()
  }
}
