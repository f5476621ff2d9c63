// AWS: CWL_QuerySyntax-Sort, "Sort order": non-numbers before numbers, chunks of digits and of the rest
import type { Value } from '../../function-entry.ts'
import { numberOf, textOf } from './coercion.ts'

/** The order of `sort … asc`; a missing value comes first, descending is the exact reverse. */
export function compareForSort(left: Value, right: Value): number {
  const leftNumber = numberOf(left)
  const rightNumber = numberOf(right)
  const leftIsNumber = !Number.isNaN(leftNumber)
  if (leftIsNumber !== !Number.isNaN(rightNumber)) return leftIsNumber ? 1 : -1
  if (leftIsNumber && leftNumber !== rightNumber) return leftNumber - rightNumber
  const leftText = textOf(left)
  const rightText = textOf(right)
  if (leftText === null || rightText === null) return (leftText === null ? 0 : 1) - (rightText === null ? 0 : 1)
  return leftIsNumber ? compareText(leftText, rightText) : compareChunks(leftText, rightText)
}

function compareChunks(left: string, right: string): number {
  let at = 0
  for (;;) {
    if (at >= left.length || at >= right.length) return left.length - right.length
    const leftIsDigit = isDigit(left.charCodeAt(at))
    if (leftIsDigit !== isDigit(right.charCodeAt(at))) return compareText(left.slice(at), right.slice(at))
    const leftEnd = chunkEnd(left, at, leftIsDigit)
    const rightEnd = chunkEnd(right, at, leftIsDigit)
    const order = compareOneChunk(left.slice(at, leftEnd), right.slice(at, rightEnd), leftIsDigit)
    if (order !== 0) return order
    at = leftEnd
  }
}

function compareOneChunk(left: string, right: string, areDigits: boolean): number {
  if (areDigits && left.length !== right.length) return left.length - right.length
  return compareText(left, right)
}

function chunkEnd(text: string, from: number, wantDigits: boolean): number {
  let at = from
  while (at < text.length && isDigit(text.charCodeAt(at)) === wantDigits) at++
  return at
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

// by code point: UTF-16 units would put astral characters before U+E000
function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) {
    const leftUnit = left.charCodeAt(at)
    const rightUnit = right.charCodeAt(at)
    if (leftUnit !== rightUnit) return raise(leftUnit) - raise(rightUnit)
  }
  return left.length - right.length
}

const raise = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
