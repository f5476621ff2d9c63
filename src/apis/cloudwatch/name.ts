import type { ServiceName } from '#lib/operation/service.ts'

/** How requests name CloudWatch; apart from what it plays, which is loaded with its first call. */
export const cloudwatchName: ServiceName = {
  signingName: 'monitoring',
  title: 'CloudWatch',
  target: 'GraniteServiceVersion20100801',
  jsonVersion: '1.0',
  errorNamespace: 'com.amazonaws.cloudwatch',
  query: { version: '2010-08-01', xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/' },
  protocols: ['query', 'json', 'cbor'],
}
