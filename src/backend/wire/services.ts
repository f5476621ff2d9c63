import { logs } from '#apis/cloudwatch-logs/service.ts'
import { cloudwatch } from '#apis/cloudwatch/service.ts'
import { sts } from '#apis/sts/service.ts'
import type { Service } from '#lib/operation/service.ts'
import type { CallContext } from './call-context.ts'

/** A service that exists and is not played: its calls are understood well enough to be refused by name. */
const unplayed = (service: Omit<Service<CallContext>, 'operations' | 'unsimulated'>): Service<CallContext> => ({
  ...service,
  operations: new Map(),
  unsimulated: new Set(),
})

/** Every AWS service a request may mean: one line for each. */
export const services: readonly Service<CallContext>[] = [
  logs,
  cloudwatch,
  sts,
  unplayed({
    signingName: 'sns',
    title: 'SNS',
    query: { version: '2010-03-31', xmlNamespace: 'http://sns.amazonaws.com/doc/2010-03-31/' },
    protocols: ['query'],
  }),
  unplayed({
    signingName: 'sqs',
    title: 'SQS',
    target: 'AmazonSQS',
    jsonVersion: '1.0',
    query: { version: '2012-11-05', xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/' },
    protocols: ['query', 'json'],
  }),
]

const isPlayed = ({ operations }: Service<CallContext>): boolean => operations.size > 0

/** `CloudWatch Logs, CloudWatch, STS`. */
export const playedTitles = (): string =>
  services
    .filter(isPlayed)
    .map(({ title }) => title)
    .join(', ')

export const serviceOfTarget = (target: string): Service<CallContext> | undefined => services.find((service) => service.target === target)
export const serviceOfVersion = (version: string): Service<CallContext> | undefined =>
  services.find((service) => service.query?.version === version)
export const serviceOfSigningName = (name: string): Service<CallContext> | undefined =>
  services.find((service) => service.signingName === name)
