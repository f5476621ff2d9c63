import type { AwsCall } from './router.ts'

export type WireError = { readonly status: number; readonly type: string; readonly message: string }

/** An error in the protocol of the request it answers (aws-wire.md 6.1). */
export function refusal(protocol: AwsCall['protocol'], error: WireError, requestId: string): Response {
  if (protocol === 'query') return xml(error, requestId)
  if (protocol === 'cbor') return cbor(error)
  const body = error.message === '' ? { __type: error.type } : { __type: error.type, message: error.message }
  return Response.json(body, { status: error.status, headers: { 'content-type': 'application/x-amz-json-1.1' } })
}

const CBOR_MAP = 0xa0
const CBOR_TEXT = 0x60

/** A map of texts, as much of CBOR as an error needs. */
function cbor({ status, type, message }: WireError): Response {
  const members =
    message === ''
      ? [['__type', type]]
      : [
          ['__type', type],
          ['message', message],
        ]
  const body = new Uint8Array([...cborHead(CBOR_MAP, members.length), ...members.flat().flatMap(cborText)])
  return new Response(body, { status, headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' } })
}

function cborText(text: string): readonly number[] {
  const bytes = new TextEncoder().encode(text)
  return [...cborHead(CBOR_TEXT, bytes.length), ...bytes]
}

/** A length below 24 stands in the first byte, others in one or two behind it. */
function cborHead(kind: number, length: number): readonly number[] {
  if (length < 24) return [kind + length]
  return length < 256 ? [kind + 24, length] : [kind + 25, length >> 8, length & 255]
}

function xml({ status, type, message }: WireError, requestId: string): Response {
  const side = status < 500 ? 'Sender' : 'Receiver'
  const error = `<Error><Type>${side}</Type><Code>${type}</Code><Message>${escapeXml(message)}</Message></Error>`
  const body = `<ErrorResponse xmlns="http://webservices.amazon.com/AWSFault/2005-15-09">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`
  return new Response(body, { status, headers: { 'content-type': 'text/xml' } })
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
