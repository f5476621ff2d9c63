/** Which pages may talk to a server on this machine: those of this machine, and those that were named (aws-wire.md 9.2). */
export type OriginRule = { readonly allowed: readonly string[] }

const LOOPBACK = /^https?:\/\/(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/
const EXPOSED = 'x-amzn-RequestId, x-amzn-ErrorType, x-amzn-query-error, Date, smithy-protocol'

const isOriginAllowed = (origin: string, rule: OriginRule): boolean => LOOPBACK.test(origin) || rule.allowed.includes(origin)

/** A name that points here from outside is a rebound one: only loopback's own names are served. */
const isHostAllowed = (host: string | null): boolean => host !== null && LOOPBACK_HOST.test(host)

/** Why a request may not be answered at all; an absent origin is no page's. */
export function originProblem(request: Request, host: string | null, rule: OriginRule): string | undefined {
  const origin = request.headers.get('origin')
  if (!isHostAllowed(host)) return `this server answers to loopback names only, not to "${host ?? ''}"`
  if (origin !== null && !isOriginAllowed(origin, rule))
    return origin === 'null'
      ? 'pages without an origin (files, sandboxed frames) may not use this server'
      : `pages of ${origin} may not use this server; --allow-origin ${origin} lets them`
  return undefined
}

export function preflight(request: Request): Response {
  const asked = request.headers.get('access-control-request-headers')
  const headers = new Headers({ 'access-control-allow-methods': 'POST, GET, DELETE, OPTIONS', 'access-control-max-age': '86400' })
  if (asked !== null) headers.set('access-control-allow-headers', asked)
  return withOrigin(new Response(null, { status: 204, headers }), request)
}

/** Every answer, errors too, lets the page that asked read it. */
export function withOrigin(response: Response, request: Request): Response {
  const origin = request.headers.get('origin')
  if (origin === null) return response
  response.headers.set('access-control-allow-origin', origin)
  response.headers.set('access-control-expose-headers', EXPOSED)
  response.headers.append('vary', 'Origin')
  return response
}
