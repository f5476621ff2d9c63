import { operationMaker } from '#lib/operation/operation.ts'
import { ApiError } from '#lib/operation/api-error.ts'
import type { Service } from '#lib/operation/service.ts'

type StsContext = { readonly accountId: string }

const operation = operationMaker<StsContext>({ refuse: (message) => new ApiError('ValidationError', message) })

/** Who am I: the call that people and tools make first. Nothing else of STS is played. */
const getCallerIdentity = operation('GetCallerIdentity', {}, (_input, { accountId }) => ({
  Arn: `arn:aws:iam::${accountId}:user/learner`,
  UserId: 'AIDAWATCHKEEPERLEARN',
  Account: accountId,
}))

export const sts: Service<StsContext> = {
  signingName: 'sts',
  title: 'STS',
  query: { version: '2011-06-15', xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
  protocols: ['query'],
  operations: new Map([[getCallerIdentity.name, getCallerIdentity]]),
  unsimulated: new Set(
    'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot DecodeAuthorizationMessage GetAccessKeyInfo GetDelegatedAccessToken GetFederationToken GetSessionToken GetWebIdentityToken'.split(
      ' ',
    ),
  ),
}
