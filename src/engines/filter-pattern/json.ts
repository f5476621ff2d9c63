import type { JsonPattern } from '#languages/filter-pattern/ast.ts'
import { compileCondition } from './condition.ts'
import { explainCondition } from './explain-json.ts'
import { compileRulesOut } from './needles.ts'
import type { Pattern } from './pattern.ts'

export function compileJson(pattern: JsonPattern, text: string): Pattern {
  const holds = compileCondition(pattern.condition)
  const rulesOut = compileRulesOut(pattern.condition)
  const test = (message: string): boolean => {
    if (!beginsObject(message) || rulesOut(message)) return false
    const root = readObject(message)
    return root !== undefined && holds(root, message)
  }
  const explain: Pattern['explain'] = (message) => {
    const root = beginsObject(message) ? readObject(message) : undefined
    if (root === undefined) return { matched: false, ranges: [], reason: 'the message is not a JSON object' }
    return explainCondition(pattern.condition, root, message, text)
  }
  return { test, extract: () => ({}), explain }
}

function beginsObject(message: string): boolean {
  let at = 0
  while (message.charCodeAt(at) <= 32) at++
  return message[at] === '{'
}

function readObject(message: string): object | undefined {
  try {
    const root: unknown = JSON.parse(message)
    return typeof root === 'object' && root !== null ? root : undefined
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
