import { ApiError } from '#lib/operation/api-error.ts'
import type { Members, Shape } from '#lib/operation/shape.ts'
import type { Addressee, Codec, Received } from './codec.ts'
import { sideOf } from './query-error.ts'
import { xmlElement, xmlMembers } from './xml.ts'

/** AWS Query: a form in, XML out (aws-wire.md 4). */
export const query: Codec = {
  read: (members, received) => readMembers(members, treeOf(parametersOf(received))),
  write: (output, { service, operation, requestId }) => {
    const result = output === undefined ? '' : xmlElement(`${operation}Result`, xmlMembers(output))
    const metadata = xmlElement('ResponseMetadata', xmlElement('RequestId', requestId))
    return xml(200, `<${operation}Response xmlns="${service?.query?.xmlNamespace ?? ''}">${result}${metadata}</${operation}Response>`)
  },
  refuse: (error, addressee) => {
    const fields = { Type: sideOf(error), Code: error.queryCode, Message: error.message, ...error.members }
    const id = xmlElement('RequestId', addressee.requestId)
    return xml(
      error.status,
      `<ErrorResponse xmlns="${namespaceOf(error, addressee)}">${xmlElement('Error', xmlMembers(fields))}${id}</ErrorResponse>`,
    )
  },
}

const faults = 'http://webservices.amazon.com/AWSFault/2005-15-09'

const namespaceOf = ({ type }: ApiError, { service }: Addressee): string =>
  type === 'InvalidAction' || type === 'MissingAction' ? faults : (service?.query?.xmlNamespace ?? faults)

const xml = (status: number, text: string): Response => new Response(text, { status, headers: { 'content-type': 'text/xml' } })

const parametersOf = ({ body, contentType, url }: Received): URLSearchParams =>
  (contentType ?? '').startsWith('application/x-www-form-urlencoded')
    ? new URLSearchParams(new TextDecoder().decode(body))
    : url.searchParams

/** `Metric.Dimensions.member.2.Name=x` as a tree of its dotted parts; a leaf is a text. */
type Tree = { text?: string; readonly parts: Map<string, Tree> }

/** More parts than any input has; a hostile name does not grow a tree without end. */
const DEEPEST = 24
/** Several times as many as the largest request of AWS's has room for. */
const MOST_PARAMETERS = 100_000

function treeOf(parameters: URLSearchParams): Tree {
  if (parameters.size > MOST_PARAMETERS)
    throw new ApiError('MalformedQueryString', `The request has ${parameters.size} parameters, at most ${MOST_PARAMETERS} are read`)
  const root: Tree = { parts: new Map() }
  for (const [name, value] of parameters) {
    const parts = name.split('.')
    if (parts.length > DEEPEST) throw new ApiError('MalformedQueryString', `The parameter ${name.slice(0, 80)}... is nested too deeply`)
    let at = root
    for (const part of parts) {
      const next: Tree = at.parts.get(part) ?? { parts: new Map() }
      at.parts.set(part, next)
      at = next
    }
    at.text = value
  }
  return root
}

function readMembers(members: Members, { parts }: Tree): Readonly<Record<string, unknown>> {
  const input: Record<string, unknown> = {}
  for (const [name, shape] of Object.entries(members)) {
    const tree = parts.get(name)
    if (tree !== undefined) input[name] = readValue(shape, tree)
  }
  return input
}

/** What cannot be read as its type stays text: the check of the input says what is wrong with it. */
function readValue(shape: Shape, tree: Tree): unknown {
  const { text = '' } = tree
  switch (shape.type) {
    case 'string':
      return text
    case 'integer':
    case 'double':
      return numberOf(text)
    case 'timestamp':
      return timestampOf(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'list':
      return inOrder(tree.parts.get('member') ?? tree).map((element) => readValue(shape.of, element))
    case 'map':
      return mapOf(tree)
    case 'structure':
      return readMembers(shape.members, tree)
  }
}

/** By number; gaps are passed over. A name with an empty value, `AlarmActions=`, is the empty list. */
const inOrder = ({ parts }: Tree): readonly Tree[] =>
  [...parts]
    .filter(([key]) => /^\d+$/.test(key))
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([, tree]) => tree)

function mapOf(tree: Tree): Readonly<Record<string, unknown>> {
  const entries = inOrder(tree.parts.get('entry') ?? tree)
  return Object.fromEntries(entries.map(({ parts }) => [parts.get('key')?.text ?? '', parts.get('value')?.text ?? '']))
}

function numberOf(text: string): unknown {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return Number(text)
  // Python writes the three that are no numbers as nan, inf and -inf
  if (/^[+-]?nan$/i.test(text)) return NaN
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return text
}

/** ISO 8601 with any fraction, or epoch seconds. */
function timestampOf(text: string): unknown {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000)
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(time) ? text : time
}
