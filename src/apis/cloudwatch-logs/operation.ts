import { operationMaker, type Operation } from '#lib/operation/operation.ts'
import { loadRe2For } from '#lib/regex/index.ts'
import { invalidParameter } from './api-error.ts'
import type { LogsContext } from './context.ts'

const make = operationMaker<LogsContext>({ refuse: invalidParameter })

/** An operation of CloudWatch Logs; one that is given a query or a pattern waits for what it may need. */
export const operation: typeof make = (name, members, run) => {
  const plain = make(name, members, run)
  return 'filterPattern' in members || 'queryString' in members ? withRegex(plain) : plain
}

const withRegex = (plain: Operation<LogsContext>): Operation<LogsContext> => ({
  ...plain,
  async run(input, context) {
    const { filterPattern, queryString } = input
    for (const text of [filterPattern, queryString]) if (typeof text === 'string') await loadRe2For(text)
    return plain.run(input, context)
  },
})
