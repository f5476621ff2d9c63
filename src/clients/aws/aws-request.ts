import type { Transport } from '#lib/transport.ts'
import { authorization } from './account-header.ts'
import { awsErrorOf } from './aws-error.ts'

/** `base` is the absolute URL of the folder the page lives in, with its slash. */
export type AwsClientOptions = { readonly transport: Transport; readonly base: string; readonly account: string }

type AwsService = { readonly signingName: string; readonly target: string; readonly jsonVersion: '1.0' | '1.1' }

export type AwsCall = (operation: string, input: object, signal?: AbortSignal) => Promise<unknown>

/** Calls of one AWS service in JSON, as one account makes them; every refusal is an `AwsError`. */
export const awsCaller =
  ({ transport, base, account }: AwsClientOptions, { signingName, target, jsonVersion }: AwsService): AwsCall =>
  async (operation, input, signal) => {
    signal?.throwIfAborted()
    const response = await transport(
      new Request(new URL('aws/', base), {
        method: 'POST',
        headers: {
          'content-type': `application/x-amz-json-${jsonVersion}`,
          'x-amz-target': `${target}.${operation}`,
          authorization: authorization(account, signingName),
        },
        body: JSON.stringify(input),
        signal,
      }),
    )
    signal?.throwIfAborted()
    if (!response.ok) throw await awsErrorOf(response)
    const text = await response.text()
    return text === '' ? {} : JSON.parse(text)
  }

/** A call as a method: an answer of our own api is what the service model says it is. */
export const typedCalls =
  (call: AwsCall) =>
  <Input extends object, Output>(operation: string) =>
  async (input: Input, signal?: AbortSignal): Promise<Output> =>
    (await call(operation, input, signal)) as Output
