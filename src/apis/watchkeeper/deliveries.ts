import type { Envelope } from '#stores/subscription-store.ts'
import { accountOf, json, readBody, Refusal, textOf, type Call } from './call.ts'

/** What a subscription filter sent last, as its destination gets it and unpacked: `{account, group, filter}`. */
export async function deliveries({ request, context }: Call): Promise<Response> {
  const body = await readBody(request)
  const { subscriptions } = await context.account(accountOf(body))
  const [group, filter] = [textOf(body, 'group'), textOf(body, 'filter')]
  const sent = subscriptions.deliveries(group, filter)
  if (sent === undefined) throw new Refusal(404, `the log group "${group}" has no subscription filter "${filter}"`)
  const latest = sent.latest.map(async (delivery) => ({ ...delivery, data: await packed(delivery.envelope) }))
  return json({ total: sent.total, deliveries: await Promise.all(latest) })
}

/** JSON, gzip, base64: `awslogs.data` of a function's event. */
async function packed(envelope: Envelope): Promise<string> {
  const stream = new Blob([JSON.stringify(envelope)]).stream().pipeThrough(new CompressionStream('gzip'))
  let binary = ''
  for (const byte of new Uint8Array(await new Response(stream).arrayBuffer())) binary += String.fromCharCode(byte)
  return btoa(binary)
}
