import type { Millis } from '#lib/time.ts'
import { handlePractice } from '../parts/practice.ts'
import type { Emission } from './emission.ts'
import { pop, push } from './heap.ts'
import type { Setting } from './setting.ts'
import type { Stage } from './stage.ts'
import type { Task } from './task.ts'

type Item = { readonly at: Millis; readonly order: number } & ({ readonly task: Task } | { readonly emission: Emission })

/** Everything an episode is at one moment: plain data, so that a copy of it is a place to start again from. */
type State = { now: Millis; order: number; heap: Item[] }

export type Happening = { readonly at: Millis; readonly emission: Emission }

/** One run of the company from its start, one thing after the other, by time and then by order of scheduling. */
export class Episode {
  private readonly setting: Setting
  private readonly state: State

  private constructor(setting: Setting, state: State) {
    this.setting = setting
    this.state = state
  }

  static begin(setting: Setting, first: readonly Task[]): Episode {
    const episode = new Episode(setting, { now: setting.start, order: 0, heap: [] })
    for (const task of first) episode.put(setting.start, { task })
    return episode
  }

  get now(): Millis {
    return this.state.now
  }

  /** A second episode that goes on from here by itself. */
  fork(): Episode {
    return new Episode(this.setting, structuredClone(this.state))
  }

  /** The next thing that happens, until the episode's end. */
  next(): Happening | undefined {
    for (;;) {
      const item = pop(this.state.heap)
      if (item === undefined || item.at >= this.setting.end) return undefined
      this.state.now = item.at
      if ('emission' in item) return { at: item.at, emission: item.emission }
      this.handle(item.task)
    }
  }

  private handle(task: Task): void {
    const stage: Stage = {
      setting: this.setting,
      now: this.state.now,
      schedule: (at, next) => this.put(at, { task: next }),
      emit: (at, emission) => this.put(at, { emission }),
    }
    handlePractice(task, stage)
  }

  private put(at: Millis, what: { readonly task: Task } | { readonly emission: Emission }): void {
    if (at < this.state.now) throw new Error(`cannot schedule at ${at}: it is already ${this.state.now}`)
    push(this.state.heap, { at, order: this.state.order++, ...what })
  }
}
