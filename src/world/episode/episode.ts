import { never } from '#lib/invariant.ts'
import type { Millis } from '#lib/time.ts'
import { handleFlows } from '../parts/flows.ts'
import { handleHost } from '../parts/host.ts'
import { handleLambda } from '../parts/lambda.ts'
import { handleLoadQueue } from '../parts/load-queue.ts'
import { handleOrders } from '../parts/orders.ts'
import { handlePipeline } from '../parts/pipeline.ts'
import { handlePractice } from '../parts/practice.ts'
import { handleQueue } from '../parts/queue.ts'
import { handleWeb } from '../parts/web.ts'
import { openCompany, type CompanyState } from './company-state.ts'
import type { Emission } from './emission.ts'
import { pop, push } from './heap.ts'
import type { Setting } from './setting.ts'
import type { Stage } from './stage.ts'
import type { Task } from './task.ts'

type Item = { readonly at: Millis; readonly order: number } & (
  | { readonly task: Task; readonly emission: undefined }
  | { readonly task: undefined; readonly emission: Emission }
)

/** Everything an episode is at one moment: plain data, so that a copy of it is a place to start again from. */
type State = { now: Millis; order: number; heap: Item[]; readonly company: CompanyState }

export type Happening = { readonly at: Millis; readonly emission: Emission }

/** One run of the company from its start: one thing after the other, by time and then by order of scheduling. */
export class Episode {
  private readonly state: State
  private readonly stage: Stage

  private constructor(setting: Setting, state: State) {
    this.state = state
    this.stage = {
      setting,
      state: state.company,
      get now() {
        return state.now
      },
      schedule: (at, task) => this.put({ at, order: state.order++, task, emission: undefined }),
      emit: (at, emission) => this.put({ at, order: state.order++, task: undefined, emission }),
    }
  }

  static begin(setting: Setting, first: readonly Task[]): Episode {
    const episode = new Episode(setting, { now: setting.start, order: 0, heap: [], company: openCompany(setting.start) })
    for (const task of first) episode.stage.schedule(setting.start, task)
    return episode
  }

  get now(): Millis {
    return this.state.now
  }

  /** The queue and the functions as they stand; tests of the laws look at it. */
  get company(): CompanyState {
    return this.state.company
  }

  /** A second episode that goes on from here by itself. */
  fork(): Episode {
    return new Episode(this.stage.setting, structuredClone(this.state))
  }

  /** What happens next, before `until`; undefined when that time is reached. */
  next(until: Millis): Happening | undefined {
    for (;;) {
      const first = this.state.heap[0]
      if (first === undefined || first.at >= until) return undefined
      pop(this.state.heap)
      this.state.now = first.at
      if (first.emission !== undefined) return first
      handle(first.task, this.stage)
    }
  }

  private put(item: Item): void {
    if (item.at < this.state.now) throw new Error(`cannot schedule at ${item.at}: it is already ${this.state.now}`)
    push(this.state.heap, item)
  }
}

function handle(task: Task, stage: Stage): void {
  switch (task.part) {
    case 'practice':
      return handlePractice(task, stage)
    case 'lambda':
      return handleLambda(task, stage)
    case 'orders':
      return handleOrders(task, stage)
    case 'queue':
      return handleQueue(task, stage)
    case 'web':
      return handleWeb(task, stage)
    case 'flows':
      return handleFlows(task, stage)
    case 'pipeline':
      return handlePipeline(task, stage)
    case 'load-queue':
      return handleLoadQueue(task, stage)
    case 'host':
      return handleHost(task, stage)
    default:
      return never(task)
  }
}
