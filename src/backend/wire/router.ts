import type { Protocol } from '#lib/operation/service.ts'
import { serviceOfSigningName, serviceOfTarget, serviceOfVersion, type KnownService } from './services.ts'

/** What an AWS request asks for, whatever its protocol; a service nobody knows is undefined. */
export type AwsCall = { readonly protocol: Protocol; readonly service: KnownService | undefined; readonly operation: string }

export type Scope = { readonly account?: string; readonly region: string; readonly service?: string }

export const DEFAULT_REGION = 'eu-west-1'

/** The credential's scope, of any signature, also an expired one; an access key of twelve digits is an account's number. */
export function scopeOf(request: Request, url: URL): Scope {
  const credential =
    /Credential=([^,\s]+)/.exec(request.headers.get('authorization') ?? '')?.[1] ?? url.searchParams.get('X-Amz-Credential') ?? ''
  const parts = credential.split('/')
  const key = parts.slice(0, -4).join('/')
  const [region, service] = [parts.at(-3), parts.at(-2)]
  const hostRegion = /^[a-z-]+\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com$/.exec(url.hostname)?.[1]
  return {
    account: /^\d{12}$/.test(key) ? key : undefined,
    region: region ?? hostRegion ?? DEFAULT_REGION,
    service,
  }
}

/** aws-wire.md section 2, steps 3 to 6; `undefined` is no AWS request at all. */
export function awsCallOf(request: Request, url: URL, body: Uint8Array, scope: Scope): AwsCall | undefined {
  const cbor = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(url.pathname)
  if (cbor?.[1] !== undefined && cbor[2] !== undefined) return { protocol: 'cbor', service: serviceOfTarget(cbor[1]), operation: cbor[2] }
  const target = request.headers.get('x-amz-target')
  if (target !== null) return jsonCall(target)
  return queryCall(request, url, body, scope)
}

function jsonCall(target: string): AwsCall {
  const dot = target.lastIndexOf('.')
  return { protocol: 'json', service: serviceOfTarget(target.slice(0, Math.max(dot, 0))), operation: target.slice(dot + 1) }
}

function queryCall(request: Request, url: URL, body: Uint8Array, scope: Scope): AwsCall | undefined {
  const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const parameters = isForm ? new URLSearchParams(new TextDecoder().decode(body)) : url.searchParams
  const operation = parameters.get('Action')
  if (!isForm && operation === null) return undefined
  const service = serviceOfVersion(parameters.get('Version') ?? '') ?? serviceOfSigningName(scope.service ?? '')
  return { protocol: 'query', service, operation: operation ?? '' }
}
