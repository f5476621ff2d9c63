import type { TextRange } from '#lib/text/text-range.ts'
import type { Millis } from '#lib/time.ts'

/** Hides what is sensitive in a text. */
export type Mask = (text: string) => string

/** A piece of sensitive data: what kind, and where in the text. */
export type Finding = { readonly name: string; readonly range: TextRange }

export type ProtectionPolicy = {
  readonly document: string
  readonly lastUpdatedTime: Millis
  readonly mask: Mask
  readonly find: (text: string) => readonly Finding[]
  /** The log group that is told of what was found. */
  readonly findingsGroup: string | undefined
}

type Period = { readonly from: number; to: number; readonly mask: Mask }

/**
 * What a group's data protection policies hide. An event is looked at when it arrives, so a policy holds for those that
 * come while it stands: earlier ones stay readable, and what was hidden stays so when the policy goes.
 */
export class LogMasking {
  private readonly periods: Period[] = []
  private standing: ProtectionPolicy | undefined

  get policy(): ProtectionPolicy | undefined {
    return this.standing
  }

  /** No policy has ever stood here: every text is shown as it is. */
  get isUnused(): boolean {
    return this.periods.length === 0
  }

  /** `arrival` is the number of the next event to arrive. */
  put(policy: ProtectionPolicy, arrival: number): void {
    this.end(arrival)
    this.standing = policy
    this.periods.push({ from: arrival, to: Infinity, mask: policy.mask })
  }

  end(arrival: number): void {
    const last = this.periods.at(-1)
    if (last !== undefined) last.to = Math.min(last.to, arrival)
    this.standing = undefined
  }

  shown(message: string, arrival: number): string {
    const period = this.periods.find(({ from, to }) => arrival >= from && arrival < to)
    return period === undefined ? message : period.mask(message)
  }
}
