import { never } from '#lib/invariant.ts'
import type { TextRange } from '#lib/text-range.ts'
import type { Comparison, Condition, Is, NotExists, Selector } from '#languages/filter-pattern/ast.ts'
import { compileCondition, select } from './condition.ts'
import { locate } from './locate.ts'
import type { Explanation } from './pattern.ts'
import { joinRanges } from './terms.ts'

/** The message as a text and as what it says, and the pattern it is held against. */
type Subject = { readonly root: object; readonly message: string; readonly pattern: string }

/** Names the comparisons that decided: the first that failed, or those that held. */
export function explainCondition(condition: Condition, root: object, message: string, pattern: string): Explanation {
  const subject: Subject = { root, message, pattern }
  const matched = holds(condition, subject)
  const deciding = decide(condition, matched, subject)
  const ranges = matched ? deciding.flatMap(({ selector }) => selectedRanges(selector, message)) : []
  return { matched, ranges: joinRanges(ranges), reason: deciding.map((part) => reasonOf(part, subject)).join(', and ') }
}

type Leaf = Comparison | Is | NotExists

const holds = (condition: Condition, { root, message }: Subject): boolean => compileCondition(condition)(root, message)

function decide(condition: Condition, matched: boolean, subject: Subject): readonly Leaf[] {
  if (!('parts' in condition)) return [condition]
  const agreeing = condition.parts.filter((part) => holds(part, subject) === matched)
  const needsAll = (condition.kind === 'and') === matched
  return (needsAll ? agreeing : agreeing.slice(0, 1)).flatMap((part) => decide(part, matched, subject))
}

/** Strings without their quotes. */
function selectedRanges(selector: Selector, message: string): readonly TextRange[] {
  return locate(message, selector.steps).map(({ from, to }) => (message[from] === '"' ? { from: from + 1, to: to - 1 } : { from, to }))
}

function reasonOf(leaf: Leaf, { root, message, pattern }: Subject): string {
  const path = pattern.slice(leaf.selector.from, leaf.selector.to)
  const [first] = locate(message, leaf.selector.steps)
  if (first === undefined) return `${path} is not there`
  const shown = shorten(message.slice(first.from, first.to))
  const more = select(root, leaf.selector).length > 1 ? ', among others,' : ''
  switch (leaf.kind) {
    case 'not-exists':
      return `${path} is there: it is ${shown}`
    case 'is':
      return `${path} is ${shown}${more} and the pattern asks for ${wordOf(leaf)}`
    case 'compare':
      return `${path} is ${shown}${more} and the pattern asks for ${asked(leaf, pattern)}${limitOf(leaf, select(root, leaf.selector))}`
    default:
      return never(leaf)
  }
}

const wordOf = ({ what }: Is): string => what.toLowerCase()

const asked = ({ operator, operand }: Comparison, pattern: string): string => `${operator} ${pattern.slice(operand.from, operand.to)}`

/** What a comparison never looks at. */
function limitOf({ operator }: Comparison, values: readonly unknown[]): string {
  const [value] = values
  if (values.length !== 1) return ''
  if (typeof value === 'object' && value !== null) return '; an array or an object satisfies no comparison'
  if (typeof value === 'boolean' || value === null)
    return `; ${String(value)} satisfies no comparison, only IS ${String(value).toUpperCase()}`
  if (typeof value === 'string' && !['=', '!='].includes(operator)) return `; ${operator} looks at numbers only, and this is a string`
  return ''
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text)
