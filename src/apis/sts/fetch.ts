const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'

/** Who am I: the call that people and tools make first. Nothing else of STS is played. */
export function fetchIdentity(operation: string, accountId: string, requestId: string): Response | undefined {
  if (operation !== 'GetCallerIdentity') return undefined
  const result = `<Arn>arn:aws:iam::${accountId}:user/learner</Arn><UserId>AIDAWATCHKEEPERLEARN</UserId><Account>${accountId}</Account>`
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`
  const body = `<GetCallerIdentityResponse xmlns="${NAMESPACE}"><GetCallerIdentityResult>${result}</GetCallerIdentityResult>${metadata}</GetCallerIdentityResponse>`
  return new Response(body, { headers: { 'content-type': 'text/xml' } })
}
