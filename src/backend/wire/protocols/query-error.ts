import type { ApiError } from '#lib/operation/api-error.ts'
import type { Addressee } from './codec.ts'

/** Code written against Query sees Query's codes in the other protocols too, where the service once spoke it (aws-wire.md 6.2). */
export const queryError = (error: ApiError, { service }: Addressee): Readonly<Record<string, string>> =>
  service?.query === undefined ? {} : { 'x-amzn-query-error': `${codeOf(error)};${sideOf(error)}` }

/** The code alone: a namespace belongs to `__type`. */
const codeOf = ({ queryCode }: ApiError): string => queryCode.slice(queryCode.indexOf('#') + 1)

/** An error's name as `__type` says it. */
export const typeOf = ({ type }: ApiError, { service }: Addressee): string =>
  service?.errorNamespace === undefined || type.includes('#') ? type : `${service.errorNamespace}#${type}`

export const sideOf = ({ status }: ApiError): 'Sender' | 'Receiver' => (status < 500 ? 'Sender' : 'Receiver')
