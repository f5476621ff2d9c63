import type { ApiError } from '#lib/operation/api-error.ts'
import type { Addressee } from './codec.ts'

/** Code written against Query sees Query's codes in the other protocols too, where the service once spoke it (aws-wire.md 6.2). */
export const queryError = (error: ApiError, { service }: Addressee): Readonly<Record<string, string>> =>
  service?.query === undefined ? {} : { 'x-amzn-query-error': `${error.queryCode};${sideOf(error)}` }

export const sideOf = ({ status }: ApiError): 'Sender' | 'Receiver' => (status < 500 ? 'Sender' : 'Receiver')
