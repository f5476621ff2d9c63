import { logs } from '#apis/cloudwatch-logs/service.ts'
import { cloudwatchName } from '#apis/cloudwatch/name.ts'
import { sts } from '#apis/sts/service.ts'
import type { Played, ServiceName } from '#lib/operation/service.ts'
import type { CallContext } from './call-context.ts'

/** A service a request may mean; what it plays comes with its first call, so that the page's first answer does not wait for all of them. */
export type KnownService = ServiceName & {
  /** Undefined: it exists, and nothing of it is played. */
  readonly load?: () => Promise<Played<CallContext>>
}

/** Every AWS service a request may mean: one line for each. */
const services: readonly KnownService[] = [
  { ...logs, load: async () => logs },
  { ...cloudwatchName, load: async () => (await import('#apis/cloudwatch/service.ts')).cloudwatch },
  { ...sts, load: async () => sts },
  {
    signingName: 'sns',
    title: 'SNS',
    query: { version: '2010-03-31', xmlNamespace: 'http://sns.amazonaws.com/doc/2010-03-31/' },
    protocols: ['query'],
  },
  {
    signingName: 'sqs',
    title: 'SQS',
    target: 'AmazonSQS',
    jsonVersion: '1.0',
    query: { version: '2012-11-05', xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/' },
    protocols: ['query', 'json'],
  },
]

/** `CloudWatch Logs, CloudWatch, STS`. */
export const playedTitles = (): string =>
  services
    .filter(({ load }) => load !== undefined)
    .map(({ title }) => title)
    .join(', ')

export const serviceOfTarget = (target: string): KnownService | undefined => services.find((service) => service.target === target)
export const serviceOfVersion = (version: string): KnownService | undefined =>
  services.find((service) => service.query?.version === version)
export const serviceOfSigningName = (name: string): KnownService | undefined => services.find((service) => service.signingName === name)
