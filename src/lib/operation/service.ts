import type { Operation } from './operation.ts'

export type Protocol = 'json' | 'query' | 'cbor'

/** How requests name a service, and which protocols it speaks. */
export type ServiceName = {
  /** As credentials' scopes say it: `monitoring`. */
  readonly signingName: string
  /** As people say it: `CloudWatch`. */
  readonly title: string
  /** In front of the dot of `x-amz-target`, and in the path of CBOR. */
  readonly target?: string
  readonly jsonVersion?: '1.0' | '1.1'
  /** In front of an error's name in JSON and CBOR, where the service writes one. */
  readonly errorNamespace?: string
  /** The `Version` of Query requests, and the namespace of its XML. */
  readonly query?: { readonly version: string; readonly xmlNamespace: string }
  readonly protocols: readonly Protocol[]
}

/** What a service plays, and what it only knows by name. */
export type Played<Context> = {
  readonly operations: ReadonlyMap<string, Operation<Context>>
  /** Operations of the model that are not played: they answer 501 and name themselves. */
  readonly unsimulated: ReadonlySet<string>
}

export type Service<Context> = ServiceName & Played<Context>
