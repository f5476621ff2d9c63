import { invalidParameter, limitExceeded } from '../../api-error.ts'
import { isToken } from '../../paging/paging.ts'

const MOST_REGEX_FILTERS = 5

type Patterned = { readonly filterPattern: string }

/** Metric and subscription filters of a group share one quota of patterns with regular expressions. */
export function checkRegexQuota(others: readonly Patterned[], wanted: Patterned): void {
  if (hasRegex(wanted) && others.filter(hasRegex).length >= MOST_REGEX_FILTERS) throw limitExceeded()
}

/** A percent sign outside quotes opens a regular expression; the pattern has been compiled already. */
const hasRegex = ({ filterPattern: text }: Patterned): boolean => text.replaceAll(/"(?:\\.|[^"\\])*"/g, '').includes('%')

/** What the lists of filters say of a token that is none of theirs. */
export function badToken(token: string | undefined): Error {
  const isOurs = token !== undefined && isToken(token)
  return invalidParameter(
    isOurs
      ? 'The specified nextToken is invalid.'
      : 'Pagination token in request is invalid. Only token from previous list call or null is valid.',
  )
}
