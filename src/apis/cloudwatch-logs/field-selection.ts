type Fields = Readonly<Record<string, string>>
type Test = (fields: Fields) => boolean
/** What was read, and the first token behind it. */
type Read = { readonly test: Test; readonly end: number }

const everything: Test = () => true

/** `@aws.region = "x" AND (@aws.account IN ("1", "2"))`; an empty text selects everything, a broken one is none. */
export const isSelection = (text: string): boolean => readSelection(text) !== undefined

/** Whether events with these system fields are selected. */
export const selects = (text: string, fields: Fields): boolean => readSelection(text)?.(fields) ?? false

function readSelection(text: string): Test | undefined {
  const tokens = text.match(/\s+|"[^"]*"|'[^']*'|!=|[=(),]|@[\w.]+|\w+|./gsu)?.filter((token) => token.trim() !== '') ?? []
  if (tokens.length === 0) return everything
  const read = orAt(tokens, 0)
  return read?.end === tokens.length ? read.test : undefined
}

const isWord = (token: string | undefined, word: string): boolean => token?.toLowerCase() === word

/** or = and { "OR" and } */
function orAt(tokens: readonly string[], from: number): Read | undefined {
  let read = andAt(tokens, from)
  while (read !== undefined && isWord(tokens[read.end], 'or')) {
    const { test } = read
    const right = andAt(tokens, read.end + 1)
    read = right && { test: (fields) => test(fields) || right.test(fields), end: right.end }
  }
  return read
}

/** and = unit { "AND" unit } */
function andAt(tokens: readonly string[], from: number): Read | undefined {
  let read = unitAt(tokens, from)
  while (read !== undefined && isWord(tokens[read.end], 'and')) {
    const { test } = read
    const right = unitAt(tokens, read.end + 1)
    read = right && { test: (fields) => test(fields) && right.test(fields), end: right.end }
  }
  return read
}

/** unit = "(" or ")" | field ("=" | "!=") text | field ["NOT"] "IN" "(" text { "," text } ")" */
function unitAt(tokens: readonly string[], from: number): Read | undefined {
  const field = tokens[from]
  if (field === '(') {
    const inner = orAt(tokens, from + 1)
    return inner !== undefined && tokens[inner.end] === ')' ? { test: inner.test, end: inner.end + 1 } : undefined
  }
  if (field !== '@aws.account' && field !== '@aws.region') return undefined
  const operator = tokens[from + 1]
  if (operator === '=' || operator === '!=') {
    const wanted = textOf(tokens[from + 2])
    if (wanted === undefined) return undefined
    return { test: (fields) => (fields[field] === wanted) === (operator === '='), end: from + 3 }
  }
  const isNot = isWord(operator, 'not')
  const list = isNot ? from + 2 : from + 1
  const read = isWord(tokens[list], 'in') ? listAt(tokens, list + 1) : undefined
  return read && { test: (fields) => read.texts.includes(fields[field] ?? '') !== isNot, end: read.end }
}

const textOf = (token: string | undefined): string | undefined =>
  token !== undefined && /^(?:"[^"]*"|'[^']*')$/s.test(token) ? token.slice(1, -1) : undefined

function listAt(tokens: readonly string[], from: number): { readonly texts: readonly string[]; readonly end: number } | undefined {
  const texts: string[] = []
  for (let at = from; tokens[at] === (at === from ? '(' : ','); at += 2) {
    const text = textOf(tokens[at + 1])
    if (text === undefined) return undefined
    texts.push(text)
    if (tokens[at + 2] === ')') return { texts, end: at + 3 }
  }
  return undefined
}
