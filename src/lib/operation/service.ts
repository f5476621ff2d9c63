import type { Operation } from './operation.ts'

export type Protocol = 'json' | 'query' | 'cbor'

/** A service as the wire knows it: how requests name it, which protocols it speaks, what it plays and what it only knows by name. */
export type Service<Context> = {
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
  readonly operations: ReadonlyMap<string, Operation<Context>>
  /** Operations of the model that are not played: they answer 501 and name themselves. */
  readonly unsimulated: ReadonlySet<string>
}
