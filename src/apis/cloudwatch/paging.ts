import { decodeToken as decode } from '#lib/operation/paging.ts'
import { invalidNextToken } from './api-error.ts'

export { encodeToken } from '#lib/operation/paging.ts'

/** The position in a token; one that this request was never given is refused, as `refuse` has it. */
export function decodeToken(binding: readonly unknown[], token: string, refuse: () => Error = invalidNextToken): string {
  const position = decode(binding, token)
  if (position === undefined) throw refuse()
  return position
}
