import type { AwsCall } from './router.ts'

export type WireError = { readonly status: number; readonly type: string; readonly message: string }

/** An error in the protocol of the request it answers (aws-wire.md 6.1). */
export function refusal(protocol: AwsCall['protocol'], error: WireError, requestId: string): Response {
  if (protocol === 'query') return xml(error, requestId)
  const body = error.message === '' ? { __type: error.type } : { __type: error.type, message: error.message }
  return Response.json(body, { status: error.status, headers: { 'content-type': 'application/x-amz-json-1.1' } })
}

function xml({ status, type, message }: WireError, requestId: string): Response {
  const side = status < 500 ? 'Sender' : 'Receiver'
  const error = `<Error><Type>${side}</Type><Code>${type}</Code><Message>${escapeXml(message)}</Message></Error>`
  const body = `<ErrorResponse xmlns="http://webservices.amazon.com/AWSFault/2005-15-09">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`
  return new Response(body, { status, headers: { 'content-type': 'text/xml' } })
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
