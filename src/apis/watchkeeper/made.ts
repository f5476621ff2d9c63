import { madeKinds, type MadeThing } from '#lib/made.ts'
import { json, readBody, Refusal, type Call, type Route } from './call.ts'

/** More than anybody makes by hand. */
const MOST_THINGS = 5_000

async function listMade({ context }: Call): Promise<Response> {
  return json(await context.made.list())
}

async function madeRevision({ context }: Call): Promise<Response> {
  return json({ revision: (await context.made.list()).revision })
}

async function putMade({ request, context }: Call): Promise<Response> {
  const { things } = await readBody(request)
  if (!Array.isArray(things)) throw new Refusal(400, '"things" must be a list')
  if (things.length > MOST_THINGS) throw new Refusal(400, `at most ${MOST_THINGS} things are taken in at once, found ${things.length}`)
  const outcome = await context.made.put(things.map(readThing))
  if ('broken' in outcome) throw new Refusal(400, `the ${outcome.broken.kind} "${outcome.broken.id.slice(0, 80)}" cannot be read`)
  return json(outcome)
}

function readThing(value: unknown, at: number): MadeThing {
  const place = `thing ${at + 1}`
  if (typeof value !== 'object' || value === null) throw new Refusal(400, `${place} must be an object with "kind", "id" and "value"`)
  const { kind, id, value: content } = value as Readonly<Record<string, unknown>>
  const known = madeKinds.find((one) => one === kind)
  if (known === undefined) throw new Refusal(400, `${place} must be one of ${madeKinds.join(', ')}`)
  if (typeof id !== 'string' || id === '') throw new Refusal(400, `${place} must have an "id"`)
  if (content === undefined || content === null) throw new Refusal(400, `${place} must have a "value"`)
  return { kind: known, id, value: content }
}

/** What was made in the open consoles: listed for an export, taken in from one. */
export const madeRoutes: readonly Route[] = [
  { method: 'GET', path: /^made$/, run: listMade },
  { method: 'GET', path: /^made\/revision$/, run: madeRevision },
  { method: 'PUT', path: /^made$/, run: putMade },
]
