import { never } from '#lib/invariant.ts'
import type { Comparison, Condition, Selector, Step } from '#languages/filter-pattern/ast.ts'
import { compareNumbers, compareText } from './compare.ts'
import { locate } from './locate.ts'

/** Whether a condition holds for a parsed message; the text is at hand for numbers as they are written. */
export type Holds = (root: unknown, message: string) => boolean

export function compileCondition(condition: Condition): Holds {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.parts.map(compileCondition)
      return (root, message) => parts.every((part) => part(root, message))
    }
    case 'or': {
      const parts = condition.parts.map(compileCondition)
      return (root, message) => parts.some((part) => part(root, message))
    }
    case 'is': {
      const isWhat = condition.what === 'NULL' ? holdsNull : condition.what === 'TRUE' ? isTrue : isFalse
      return someSelected(condition.selector, isWhat)
    }
    case 'not-exists': {
      const isThere = someSelected(condition.selector, () => true)
      return (root) => !isThere(root)
    }
    case 'compare':
      return compileComparison(condition)
    default:
      return never(condition)
  }
}

const isTrue = (value: unknown): boolean => value === true
const isFalse = (value: unknown): boolean => value === false
const holdsNull = (value: unknown): boolean => value === null || (Array.isArray(value) && value.includes(null))

function compileComparison({ selector, operator, operand }: Comparison): Holds {
  if (operand.kind === 'number') {
    const compares = compareNumbers(operator, operand.value)
    const isLiteral = (text: string): boolean => (operator === '=' ? text === operand.text : operator === '!=' && text !== operand.text)
    return someSelected(selector, (value) => (typeof value === 'number' ? compares(value) : typeof value === 'string' && isLiteral(value)))
  }
  const compares = compareText(operator, operand)
  const someText = someSelected(selector, (value) => typeof value === 'string' && compares(value))
  const someNumber = someSelected(selector, (value) => typeof value === 'number')
  return (root, message) => someText(root) || (someNumber(root) && numberTexts(message, selector).some(compares))
}

/** Numbers as the message writes them: 1, 1.0 and 1e0 are three texts. */
function numberTexts(message: string, selector: Selector): readonly string[] {
  const texts = locate(message, selector.steps).map(({ from, to }) => message.slice(from, to))
  return texts.filter((text) => /^[-0-9]/.test(text))
}

function someSelected({ steps }: Selector, test: (value: unknown) => boolean): (root: unknown) => boolean {
  const names = steps.map((step) => (step.kind === 'name' ? step.name : undefined))
  const [only] = names
  if (names.length === 1 && only !== undefined) {
    return (root) => isHolder(root) && Object.hasOwn(root, only) && test(Reflect.get(root, only))
  }
  return (root) => some(root, steps, 0, test)
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null

function some(value: unknown, steps: readonly Step[], at: number, test: (value: unknown) => boolean): boolean {
  const step = steps[at]
  if (step === undefined) return test(value)
  if (!isHolder(value)) return false
  if (step.kind === 'any-field' || step.kind === 'any-element') return Object.values(value).some((next) => some(next, steps, at + 1, test))
  if ((step.kind === 'index') !== Array.isArray(value)) return false
  const key = step.kind === 'index' ? step.index : step.name
  return Object.hasOwn(value, key) && some(Reflect.get(value, key), steps, at + 1, test)
}
