import type { Millis } from '#lib/time.ts'
import type { Episode, Happening } from './episode.ts'

const happeningsBetweenSnapshots = 16_384

/** An episode that can be read from anywhere: what was run once leaves snapshots, and reading starts from the nearest. */
export class Chronicle {
  private readonly snapshots: { readonly at: Millis; readonly episode: Episode }[]

  constructor(beginning: Episode) {
    this.snapshots = [{ at: -Infinity, episode: beginning }]
  }

  /** An episode of its own that has come to `start`: for reading all that follows once, without a trace. */
  from(start: Millis): Episode {
    const episode = this.before(start)
    while (episode.next(start) !== undefined);
    return episode
  }

  /** What happens from `start` to before `end`, in order, leaving snapshots: for reading it in pieces. */
  *happenings(start: Millis, end: Millis): Generator<Happening> {
    const episode = this.before(start)
    let count = 0
    for (let next = episode.next(end); next !== undefined; next = episode.next(end)) {
      if (next.at >= start) yield next
      if (++count % happeningsBetweenSnapshots === 0) this.keep(episode)
    }
  }

  /** A snapshot at `start` itself might have told some of that millisecond already. */
  private before(start: Millis): Episode {
    const found = this.snapshots.findLast(({ at }) => at < start) ?? this.snapshots[0]
    if (found === undefined) throw new Error('cannot read a chronicle: it has no beginning')
    return found.episode.fork()
  }

  private keep(episode: Episode): void {
    const last = this.snapshots.at(-1)?.at ?? -Infinity
    if (episode.now > last) this.snapshots.push({ at: episode.now, episode: episode.fork() })
  }
}
