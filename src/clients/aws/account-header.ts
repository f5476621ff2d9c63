/** A credential that says whose account is meant; nobody checks the signature. */
export const authorization = (account: string, service: string, region = 'eu-west-1'): string =>
  `AWS4-HMAC-SHA256 Credential=${account}/20261101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`
