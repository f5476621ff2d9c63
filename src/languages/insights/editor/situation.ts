import { scan, type Piece } from './scan.ts'

/** Where the caret stands: in which command, behind what, in which call. */
export type Situation = {
  /** The word being typed begins here. */
  readonly from: number
  readonly word: string
  readonly command: string | undefined
  /** The pieces of this command before the word, its name first. */
  readonly before: readonly Piece[]
  readonly isFirstStage: boolean
  readonly call: { readonly name: string; readonly argument: number } | undefined
  /** In a text, an expression or a comment nothing is offered. */
  readonly isInText: boolean
}

export function situationAt(text: string, offset: number): Situation {
  const pieces = scan(text.slice(0, offset))
  const last = pieces.at(-1)
  const isTyping = last !== undefined && last.to === offset && isWordLike(last)
  const read = isTyping ? pieces.slice(0, -1) : pieces
  const start = startOfStage(read)
  const before = read.slice(start).filter(({ kind }) => kind !== 'comment')
  return {
    from: isTyping ? last.from : offset,
    word: isTyping ? last.text : '',
    command: before[0]?.text.toLowerCase(),
    before,
    isFirstStage: start === 0,
    call: callOf(before),
    isInText: last !== undefined && last.to === offset && isOpenText(last),
  }
}

const isWordLike = ({ kind }: Piece): boolean => kind === 'command' || kind === 'field' || kind === 'function' || kind === 'keyword'

const isOpenText = ({ kind, text }: Piece): boolean =>
  kind === 'comment' || ((kind === 'string' || kind === 'regex') && (text.length === 1 || text.at(-1) !== text[0]))

function startOfStage(pieces: readonly Piece[]): number {
  const pipe = pieces.findLastIndex(({ text, kind }) => text === '|' && kind === 'punctuation')
  const command = pieces.findLastIndex(({ kind }) => kind === 'command')
  return Math.max(pipe + 1, command)
}

function callOf(before: readonly Piece[]): Situation['call'] {
  let depth = 0
  let argument = 0
  for (let at = before.length - 1; at > 0; at--) {
    const text = before[at]?.kind === 'punctuation' ? before[at]?.text : ''
    if (text === ')' || text === ']') depth++
    if (text === ',' && depth === 0) argument++
    if (text !== '(' && text !== '[') continue
    const name = before[at - 1]
    if (depth === 0) return text === '(' && name?.kind === 'function' ? { name: name.text, argument } : undefined
    depth--
  }
  return undefined
}
