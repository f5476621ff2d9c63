import type { Condition, Step } from '#languages/filter-pattern/ast.ts'
import { regexOf } from './compare.ts'

/** Texts of which a matching message must hold one, unless it holds a backslash; undefined where none is known. */
export function needlesOf(condition: Condition): readonly string[] | undefined {
  switch (condition.kind) {
    case 'and':
      return condition.parts.map(needlesOf).reduce(better)
    case 'or': {
      const parts = condition.parts.map(needlesOf)
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined
    }
    case 'not-exists':
      return undefined
    case 'is':
      return needleOfName(condition.selector.steps)
    default: {
      const { operand, operator, selector } = condition
      const name = needleOfName(selector.steps)
      if (operator !== '=' || operand.kind === 'number') return name
      const text = operand.kind === 'regex' ? regexOf(operand).literal : operand.text.split('*').reduce(longer)
      return better(text !== '' && isPlain(text) ? [text] : undefined, name)
    }
  }
}

const longer = (left: string, right: string): string => (right.length > left.length ? right : left)

/** What JSON writes as it stands: anything else may be written in more than one way. */
const isPlain = (text: string): boolean => /^[ !#-.0-[\]-~]*$/.test(text)

function needleOfName(steps: readonly Step[]): readonly string[] | undefined {
  const name = steps.findLast((step) => step.kind === 'name')?.name
  return name !== undefined && isPlain(name) ? [`"${name}"`] : undefined
}

/** Fewer and longer texts rule out more. */
function better(left: readonly string[] | undefined, right: readonly string[] | undefined): readonly string[] | undefined {
  if (left === undefined || right === undefined) return left ?? right
  if (left.length !== right.length) return left.length < right.length ? left : right
  return left.join('').length >= right.join('').length ? left : right
}
