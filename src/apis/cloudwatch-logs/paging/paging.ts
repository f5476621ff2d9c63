import { page as pageOf, type Page } from '#lib/operation/paging.ts'
import { invalidToken } from '../api-error.ts'

export { decodeToken, encodeToken, isToken } from '#lib/operation/paging.ts'

type PageRequest = {
  readonly binding: readonly unknown[]
  readonly limit: number
  readonly token: string | undefined
  readonly refuse?: () => Error
}

/** A page of a sorted list, with the refusal that most operations of this service have. */
export const page = <T>(all: readonly T[], key: (item: T) => string, request: PageRequest): Page<T> =>
  pageOf(all, key, { refuse: invalidToken, ...request })
