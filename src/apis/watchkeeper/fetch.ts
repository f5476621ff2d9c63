import { compilePattern } from '#engines/filter-pattern/index.ts'
import { discoverFields } from '#engines/insights/index.ts'
import { accountOf, json, numberOf, readBody, readBytes, Refusal, textOf, type Body, type Call, type Route } from './call.ts'
import { loadRe2For } from '#lib/regex/index.ts'
import { isDeeperThan } from '#lib/depth.ts'
import type { ClockChange } from '#lib/opened-world.ts'
import type { WatchkeeperContext } from './context.ts'
import { deliveries } from './deliveries.ts'
import { madeRoutes } from './made.ts'
import { readSpec } from './read-spec.ts'

/** What no vendor's API offers: worlds, imports, explanations, a fresh start. Everything is JSON; an error is `{message}`. */
export async function fetchWatchkeeper(request: Request, path: string, context: WatchkeeperContext): Promise<Response> {
  try {
    for (const route of routes) {
      const match = route.path.exec(path)
      if (match && route.method === request.method) return await route.run({ request, context, id: match[1] ?? '' })
    }
    throw new Refusal(404, `there is no ${request.method} /_watchkeeper/${path}`)
  } catch (failure) {
    if (failure instanceof Refusal) return json({ message: failure.message, ...failure.details }, failure.status)
    throw failure
  }
}

/** Faults with their options are the deepest there is. */
const DEEPEST_SPEC = 8

async function openWorld({ request, context }: Call): Promise<Response> {
  const body = await readBody(request)
  if (isDeeperThan(body.spec, DEEPEST_SPEC)) throw new Refusal(400, "no world's spec is nested so deeply")
  const spec = readSpec(body.spec)
  if (typeof spec === 'string') throw new Refusal(400, spec)
  const problems = context.worlds.problems(spec)
  if (problems.length > 0) throw new Refusal(400, problems.join('; '))
  return json(await context.worlds.open(spec, { at: numberOf(body, 'at'), isRunning: body.isRunning === true }))
}

async function worldState({ context, id }: Call): Promise<Response> {
  const state = await context.worlds.state(id)
  if (state === undefined) throw new Refusal(404, `no world has account ${id}`)
  return json(state)
}

function cancelWorld({ context, id }: Call): Response {
  if (!context.worlds.cancel(id)) throw new Refusal(404, `no world of account ${id} is being made`)
  return json({})
}

async function changeClock({ request, context, id }: Call): Promise<Response> {
  const state = await context.worlds.changeClock(id, readChange(await readBody(request)))
  if (state === undefined) throw new Refusal(404, `no world has account ${id}`)
  return json(state)
}

function readChange(body: Body): ClockChange {
  const { action } = body
  if (action === 'play' || action === 'pause') return { action }
  const to = numberOf(body, 'to')
  if (action === 'jump' && to !== undefined) return { action, to }
  throw new Refusal(400, '"action" must be play, pause or jump, and a jump says "to"')
}

async function explain(call: Call): Promise<Response> {
  const body = await readBody(call.request)
  if (body.what === 'alarm') return (await import('./alarms.ts')).explainAlarm(call, body)
  if (body.language !== 'filter-pattern') throw new Refusal(400, '"language" must be "filter-pattern"')
  const { messages } = body
  if (!Array.isArray(messages) || !messages.every((message) => typeof message === 'string'))
    throw new Refusal(400, '"messages" must be a list of texts')
  const text = textOf(body, 'text')
  await loadRe2For(text)
  const compiled = compilePattern(text)
  if ('diagnostics' in compiled) return json({ diagnostics: compiled.diagnostics }, 400)
  return json({ explanations: messages.map((message) => compiled.value.explain(message)) })
}

async function fields({ request, context }: Call): Promise<Response> {
  const body = await readBody(request)
  const account = await context.account(accountOf(body))
  const name = textOf(body, 'group')
  const group = account.logs.group(name)
  if (group === undefined) throw new Refusal(404, `there is no log group "${name}"`)
  return json({ fields: discoverFields(group, numberOf(body, 'start') ?? 0, numberOf(body, 'end') ?? account.clock.now()) })
}

async function beginImport({ request, context }: Call): Promise<Response> {
  const body = await readBody(request)
  const name = textOf(body, 'name')
  const account = typeof body.account === 'string' ? body.account : context.accountOfImport(name, numberOf(body, 'size') ?? 0)
  if (!/^\d{12}$/.test(account)) throw new Refusal(400, 'an account is twelve digits')
  const group = typeof body.group === 'string' ? body.group : await freeGroup(context, account, groupForFile(name))
  const stream = name.replaceAll(/[:*]/g, '_').slice(0, 512) || 'log'
  return json({ id: await context.imports.begin({ account, group, stream, name }), account, group, stream })
}

/** A file's name with what a group's name cannot hold replaced. */
const groupForFile = (name: string): string => `/own/${name.replaceAll(/[^.\-_/#A-Za-z0-9]+/g, '-').slice(0, 500) || 'log'}`

/** A second file of one name is a log of its own. */
async function freeGroup(context: WatchkeeperContext, account: string, wanted: string): Promise<string> {
  const { logs } = await context.account(account)
  let name = wanted
  for (let number = 2; logs.group(name) !== undefined; number++) name = `${wanted}-${number}`
  return name
}

async function pushImport({ request, context, id }: Call): Promise<Response> {
  const progress = context.imports.push(id, await readBytes(request))
  if (progress === undefined) throw new Refusal(404, 'this import has ended')
  return json(progress)
}

function finishImport({ context, id }: Call): Response {
  const report = context.imports.finish(id)
  if (report === undefined) throw new Refusal(404, 'this import has ended')
  return json(report)
}

function cancelImport({ context, id }: Call): Response {
  context.imports.cancel(id)
  return json({})
}

function reset({ context }: Call): Response {
  context.reset()
  return json({})
}

const routes: readonly Route[] = [
  { method: 'POST', path: /^worlds$/, run: openWorld },
  { method: 'GET', path: /^worlds\/([^/]+)$/, run: worldState },
  { method: 'DELETE', path: /^worlds\/([^/]+)$/, run: cancelWorld },
  { method: 'POST', path: /^worlds\/([^/]+)\/clock$/, run: changeClock },
  { method: 'POST', path: /^imports$/, run: beginImport },
  { method: 'POST', path: /^imports\/([^/]+)$/, run: pushImport },
  { method: 'POST', path: /^imports\/([^/]+)\/finish$/, run: finishImport },
  { method: 'DELETE', path: /^imports\/([^/]+)$/, run: cancelImport },
  { method: 'POST', path: /^explain$/, run: explain },
  { method: 'POST', path: /^replay$/, run: async (call) => (await import('./alarms.ts')).replayAlarm(call) },
  { method: 'POST', path: /^fields$/, run: fields },
  { method: 'POST', path: /^deliveries$/, run: deliveries },
  { method: 'POST', path: /^reset$/, run: reset },
  ...madeRoutes,
]
