import { never } from '../invariant.ts'
import { pairs } from './character-set.ts'
import type { Assertion, CharacterClass, Literal, RegexNode, Repeat } from './tree.ts'

/** For the machine's engine (with the flag u), or for RE2. */
export type Dialect = 'native' | 're2'

export function printRegex(node: RegexNode, dialect: Dialect): string {
  const inner = (child: RegexNode): string => printRegex(child, dialect)
  switch (node.kind) {
    case 'empty':
      return '(?:)'
    case 'literal':
      return printLiteral(node, dialect)
    case 'class':
      return printClass(node, dialect)
    case 'any':
      return node.newline ? `[\\x00-${code(0x10ffff, dialect)}]` : '[^\\n]'
    case 'group':
      return `(${node.capture ? '' : '?:'}${inner(node.body)})`
    case 'concat':
      return node.parts.map((part) => (part.kind === 'alternation' ? `(?:${inner(part)})` : inner(part))).join('')
    case 'alternation':
      return node.branches.map(inner).join('|')
    case 'repeat':
      return printRepeat(node, dialect)
    case 'begin':
    case 'end':
    case 'begin-line':
    case 'end-line':
    case 'boundary':
    case 'no-boundary':
      return assertions[dialect][node.kind]
    default:
      return never(node)
  }
}

const assertions: Readonly<Record<Dialect, Readonly<Record<Assertion, string>>>> = {
  native: { begin: '^', end: '$', 'begin-line': '(?:^|(?<=\\n))', 'end-line': '(?=\\n|$)', boundary: '\\b', 'no-boundary': '\\B' },
  re2: { begin: '\\A', end: '\\z', 'begin-line': '(?m:^)', 'end-line': '(?m:$)', boundary: '\\b', 'no-boundary': '\\B' },
}

const code = (point: number, dialect: Dialect): string => {
  const hexadecimal = point.toString(16).toUpperCase()
  return dialect === 're2' ? `\\x{${hexadecimal}}` : `\\u{${hexadecimal}}`
}

function printLiteral({ text, fold }: Literal, dialect: Dialect): string {
  if (!fold) return /[0-9A-Za-z_]/.test(text) ? text : code(text.codePointAt(0) ?? 0, dialect)
  const beyond = text.toLowerCase() === 'k' ? code(0x212a, dialect) : text.toLowerCase() === 's' ? code(0x17f, dialect) : ''
  if (/^[A-Za-z]$/.test(text)) return `[${text.toUpperCase()}${text.toLowerCase()}${beyond}]`
  return `(?i:${code(text.codePointAt(0) ?? 0, dialect)})`
}

function printClass(node: CharacterClass, dialect: Dialect): string {
  const ranges = pairs(node.set).map(([from, to]) => (from === to ? code(from, dialect) : `${code(from, dialect)}-${code(to, dialect)}`))
  const properties = node.properties.map(({ name, negated }) => {
    const known = dialect === 're2' ? name.replace('Script=', '') : name
    return `\\${negated ? 'P' : 'p'}{${known}}`
  })
  const inside = [...ranges, ...properties].join('')
  const none = inside === ''
  const printed = none ? `[${node.negated ? '' : '^'}\\x00-${code(0x10ffff, dialect)}]` : `[${node.negated ? '^' : ''}${inside}]`
  return node.fold ? `(?i:${printed})` : printed
}

function printRepeat({ body, min, max, lazy }: Repeat, dialect: Dialect): string {
  const atom = body.kind === 'literal' || body.kind === 'class' || body.kind === 'any' || body.kind === 'group'
  const printed = printRegex(body, dialect)
  const counts =
    max === Infinity
      ? min === 0
        ? '*'
        : min === 1
          ? '+'
          : `{${min},}`
      : min === 0 && max === 1
        ? '?'
        : min === max
          ? `{${min}}`
          : `{${min},${max}}`
  return `${atom ? printed : `(?:${printed})`}${counts}${lazy ? '?' : ''}`
}
