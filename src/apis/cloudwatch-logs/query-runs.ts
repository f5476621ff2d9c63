import type { Execution } from '#engines/insights/index.ts'
import type { Clock, Millis } from '#lib/time.ts'
import { limitExceeded } from './api-error.ts'

type QueryStatus = 'Running' | 'Complete' | 'Failed' | 'Cancelled' | 'Timeout'

export type QueryRun = {
  readonly id: string
  /** As DescribeQueries shows it, SOURCE clause included. */
  readonly shownQuery: string
  readonly logGroupNames: readonly string[]
  /** Those of queries in parentheses too. */
  readonly groupsScanned: number
  readonly createTime: Millis
  readonly execution: Execution
  status: QueryStatus
  duration: Millis
}

type Turns = { readonly yieldTurn: () => Promise<void>; readonly onBug: (failure: unknown) => void }

const MOST_AT_ONCE = 100
const LONGEST: Millis = 60 * 60_000
const ROWS_A_STEP = 10_000

/** The queries of one account. Each runs in steps, and lets others have their turn in between. */
export class QueryRuns {
  private readonly runs = new Map<string, QueryRun>()

  start(run: Pick<QueryRun, 'id' | 'shownQuery' | 'logGroupNames' | 'groupsScanned' | 'execution'>, clock: Clock, turns: Turns): QueryRun {
    const running = [...this.runs.values()].filter(({ status }) => status === 'Running').length
    if (running >= MOST_AT_ONCE) throw limitExceeded(`Account maximum query concurrency limit of [${MOST_AT_ONCE}] reached.`)
    const started: QueryRun = { ...run, createTime: clock.now(), status: 'Running', duration: 0 }
    this.runs.set(run.id, started)
    void this.work(started, clock, turns)
    return started
  }

  run(id: string): QueryRun | undefined {
    return this.runs.get(id)
  }

  /** The youngest first. */
  all(): readonly QueryRun[] {
    return [...this.runs.values()].reverse()
  }

  private async work(run: QueryRun, clock: Clock, turns: Turns): Promise<void> {
    try {
      while (run.status === 'Running') {
        await turns.yieldTurn()
        if (run.status !== 'Running') return
        const isDone = run.execution.step(ROWS_A_STEP)
        run.duration = clock.now() - run.createTime
        if (isDone) run.status = run.execution.failure() === undefined ? 'Complete' : 'Failed'
        else if (run.duration > LONGEST) run.status = 'Timeout'
      }
    } catch (failure) {
      run.status = 'Failed'
      turns.onBug(failure)
    }
  }
}
