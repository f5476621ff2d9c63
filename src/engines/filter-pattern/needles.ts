import type { Condition, FieldCondition, Operand, Operator, Step } from '#languages/filter-pattern/ast.ts'
import { regexOf } from './compare.ts'

/** Texts of which a matching message must hold one; `isNumber`: a number stands behind one of them. */
type Needles = { readonly texts: readonly string[]; readonly isNumber: boolean }

const otherSpelling = /[":,[\s][+-]?(?:[\d.]+[eE]|[\d.]{16})/

/** Whether a JSON message can be passed over unread, for want of a text that every match holds. */
export function compileRulesOut(condition: Condition): (message: string) => boolean {
  const needles = needlesOf(condition)
  if (needles === undefined) return () => false
  const { texts, isNumber } = needles
  const [only = ''] = texts
  const holds =
    texts.length === 1 ? (message: string) => message.includes(only) : (message: string) => texts.some((text) => message.includes(text))
  // behind a backslash stands text in another spelling; an exponent or many digits spell a number in another way
  return (message) => !holds(message) && !message.includes('\\') && !(isNumber && otherSpelling.test(message))
}

function needlesOf(condition: Condition): Needles | undefined {
  switch (condition.kind) {
    case 'and':
      return condition.parts.map(needlesOf).reduce(better)
    case 'or': {
      const parts = condition.parts.map(needlesOf).filter((part) => part !== undefined)
      const texts = parts.flatMap((part) => part.texts)
      return parts.length < condition.parts.length ? undefined : { texts, isNumber: parts.some((part) => part.isNumber) }
    }
    case 'not-exists':
      return undefined
    case 'is':
      return needleOfName(condition.selector.steps)
    default: {
      const value = needleOfValue(condition.operator, condition.operand)
      return better(value, needleOfName(condition.selector.steps))
    }
  }
}

function needleOfValue(operator: Operator, operand: Operand): Needles | undefined {
  if (operator !== '=') return undefined
  if (operand.kind === 'number') {
    const text = String(Math.abs(operand.value))
    return text.includes('e') ? undefined : { texts: [text], isNumber: true }
  }
  const text = literalOf(operand)
  return text !== '' && isPlain(text) ? { texts: [text], isNumber: false } : undefined
}

const literalOf = (operand: Exclude<Operand, { readonly kind: 'number' }>): string =>
  operand.kind === 'regex' ? regexOf(operand).literal : operand.text.split('*').reduce(longer)

const longer = (left: string, right: string): string => (right.length > left.length ? right : left)

/** What JSON writes as it stands: anything else may be written in more than one way. */
const isPlain = (text: string): boolean => /^[ !#-.0-[\]-~]*$/.test(text)

function needleOfName(steps: readonly Step[]): Needles | undefined {
  const name = steps.findLast((step) => step.kind === 'name')?.name
  return name !== undefined && isPlain(name) ? { texts: [`"${name}"`], isNumber: false } : undefined
}

/** A value says more than a property's name, fewer texts more than many. */
function better(left: Needles | undefined, right: Needles | undefined): Needles | undefined {
  if (left === undefined || right === undefined) return left ?? right
  if (left.texts.length !== right.texts.length) return left.texts.length < right.texts.length ? left : right
  return rank(left) >= rank(right) ? left : right
}

const rank = ({ texts }: Needles): number => texts.reduce((sum, text) => sum + (text.startsWith('"') ? 0 : 100) + text.length, 0)

/** Texts that a delimited pattern's condition needs somewhere in the message, all of them. */
export function requiredTexts(condition: FieldCondition): readonly string[] {
  if (condition.kind === 'and') return condition.parts.flatMap(requiredTexts)
  if (condition.kind !== 'compare' || condition.operator !== '=' || condition.operand.kind === 'number') return []
  return [literalOf(condition.operand)].filter((text) => text !== '')
}
