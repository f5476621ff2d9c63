// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
import type { Scanner } from '#lib/text/scanner.ts'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import type { Step } from '../ast.ts'
import { unplaced, type Read } from './token.ts'

const nameHint = 'after "." stands a property\'s name of letters, digits, "_" and "-", or "*"; any other name is written [\'like.this\']'
const indexHint = "in brackets stands a place counted from 0, [*] for any, or a name in single quotes, ['like.this']"

// selector = "$" , step , { step }
export function readSelector(scanner: Scanner): Read {
  const from = scanner.at
  const steps: Step[] = []
  scanner.eat('$')
  if (!/[.[]/.test(scanner.peek())) return unplaced(scanner, from, 'a property is written $.name')
  while (/[.[]/.test(scanner.peek())) {
    const step = readStep(scanner, steps.length === 0 ? from : scanner.at)
    if ('problem' in step) return step
    steps.push(step)
  }
  return { kind: 'selector', from, to: scanner.at, text: scanner.slice(from), steps }
}

/** `[0]` or `['name']` where no selector stands before it. */
export function readStandingIndex(scanner: Scanner): Read {
  const from = scanner.at
  const step = readBracket(scanner)
  return 'problem' in step ? step : { kind: 'index', from, to: scanner.at, text: scanner.slice(from) }
}

// step = "." , name | "." , "*" | [ "." ] , "['" , { char - "'" } , "']" | "[" , digits , "]" | "[*]"
function readStep(scanner: Scanner, from: number): Step | { readonly problem: Diagnostic } {
  if (scanner.eat('.') && scanner.peek() !== '[') {
    if (scanner.eat('*')) return { kind: 'any-field' }
    const name = scanner.take(/[\p{L}\p{N}_-]+/uy)
    return name === '' ? unplaced(scanner, from, nameHint) : { kind: 'name', name }
  }
  return readBracket(scanner)
}

function readBracket(scanner: Scanner): Step | { readonly problem: Diagnostic } {
  const from = scanner.at
  const name = scanner.take(/\['[^']*'\]/y)
  if (name !== '') return { kind: 'name', name: name.slice(2, -2) }
  if (scanner.eat('[*]')) return { kind: 'any-element' }
  const index = scanner.take(/\[\d+\]/y)
  if (index !== '') return { kind: 'index', index: Number(index.slice(1, -1)) }
  scanner.take(/\[(?:\d+|'[^']*'?|\*)?/y)
  return unplaced(scanner, from, scanner.startsWith('"') ? "a name in brackets stands in single quotes: ['like.this']" : indexHint)
}
