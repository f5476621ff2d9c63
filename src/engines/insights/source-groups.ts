import type { Source } from '#languages/insights/ast.ts'

type Candidate = { readonly name: string; readonly logGroupClass?: string }

/** The groups a SOURCE means, among those there are: the named ones (`missing` are not there), or a selection by prefix, class and account. */
export function resolveSource(
  source: Source,
  groups: readonly Candidate[],
  accountId?: string,
): { readonly names: readonly string[]; readonly missing: readonly string[] } {
  if (!source.isSelection) {
    const there = new Set(groups.map(({ name }) => name))
    return { names: source.groups.filter((name) => there.has(name)), missing: source.groups.filter((name) => !there.has(name)) }
  }
  const { nameprefix, accountidentifiers, accountidentifier } = source.selectors
  const classes = source.selectors.class ?? source.selectors.loggroupclass ?? ['STANDARD']
  const accounts = accountidentifiers ?? accountidentifier
  if (accountId !== undefined && accounts !== undefined && !accounts.includes(accountId) && !accounts.includes('all'))
    return { names: [], missing: [] }
  const names = groups
    .filter(({ name }) => nameprefix === undefined || nameprefix.some((prefix) => name.startsWith(prefix)))
    .filter(({ logGroupClass = 'STANDARD' }) => classes.includes(logGroupClass))
    .map(({ name }) => name)
  return { names, missing: [] }
}
