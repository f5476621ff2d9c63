import type { ApiError } from '#lib/operation/api-error.ts'
import type { Output } from '#lib/operation/operation.ts'
import type { ServiceName } from '#lib/operation/service.ts'
import type { Members } from '#lib/operation/shape.ts'

/** A call as it came, before anybody knows what its body means. */
export type Received = { readonly body: Uint8Array<ArrayBuffer>; readonly contentType: string | null; readonly url: URL }

/** Whom an answer is for. */
export type Addressee = {
  readonly service: Pick<ServiceName, 'query' | 'jsonVersion' | 'errorNamespace'> | undefined
  readonly operation: string
  readonly requestId: string
  readonly contentType: string | null
}

/** One protocol: how inputs are read, answers and errors printed (aws-wire.md 3 to 6). */
export type Codec = {
  /** The input by the operation's table; an `ApiError` where it cannot be read. */
  read(members: Members, received: Received): Readonly<Record<string, unknown>>
  write(output: Output, addressee: Addressee): Response
  refuse(error: ApiError, addressee: Addressee): Response
}
