/** What Grafana says no with; `reason` is its `status` member. */
export class Refusal extends Error {
  readonly status: number
  readonly reason: string | undefined

  constructor(status: number, message: string, reason?: string) {
    super(message)
    this.status = status
    this.reason = reason
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Dashboard not found', 'not-found')
