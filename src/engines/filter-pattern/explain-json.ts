import { never } from '#lib/invariant.ts'
import type { TextRange } from '#lib/text/text-range.ts'
import type { Comparison, Condition, Is, NotExists } from '#languages/filter-pattern/ast.ts'
import { compileCondition } from './condition.ts'
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
  const ranges = matched ? deciding.flatMap((leaf) => satisfying(leaf, message)).map((range) => inside(message, range)) : []
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

/** The selected values that satisfy the condition; any one of them is enough. */
function satisfying(leaf: Leaf, message: string): readonly TextRange[] {
  const alone: Leaf = { ...leaf, selector: { ...leaf.selector, steps: [] } }
  const satisfies = compileCondition(alone)
  return locate(message, leaf.selector.steps).filter(({ from, to }) => {
    const slice = message.slice(from, to)
    return satisfies(JSON.parse(slice), slice)
  })
}

/** A string without its quotes. */
const inside = (message: string, { from, to }: TextRange): TextRange =>
  message[from] === '"' ? { from: from + 1, to: to - 1 } : { from, to }

function reasonOf(leaf: Leaf, { message, pattern }: Subject): string {
  const path = pattern.slice(leaf.selector.from, leaf.selector.to)
  const selected = locate(message, leaf.selector.steps)
  const [first] = [...satisfying(leaf, message), ...selected]
  if (first === undefined) return `${path} is not there`
  const value = message.slice(first.from, first.to)
  const shown = `${path} is ${shorten(value)}${selected.length > 1 ? ', among others,' : ''}`
  switch (leaf.kind) {
    case 'not-exists':
      return `${path} is there: it is ${shorten(value)}`
    case 'is':
      return `${shown} and the pattern asks for ${leaf.what.toLowerCase()}`
    case 'compare':
      return `${shown} and the pattern asks for ${asked(leaf, pattern)}${selected.length === 1 ? limitOf(leaf, JSON.parse(value)) : ''}`
    default:
      return never(leaf)
  }
}

const asked = ({ operator, operand }: Comparison, pattern: string): string => `${operator} ${pattern.slice(operand.from, operand.to)}`

/** What a comparison never looks at. */
function limitOf({ operator }: Comparison, value: unknown): string {
  if (typeof value === 'object' && value !== null) return '; an array or an object satisfies no comparison'
  if (typeof value === 'boolean' || value === null)
    return `; ${String(value)} satisfies no comparison, only IS ${String(value).toUpperCase()}`
  if (typeof value === 'string' && !['=', '!='].includes(operator)) return `; ${operator} looks at numbers only, and this is a string`
  return ''
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text)
