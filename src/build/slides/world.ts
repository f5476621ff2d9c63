import { parseDuration } from '#lib/duration.ts'
import type { FaultOptions, WorldSpec } from '#lib/world-spec.ts'
import { checkSpec } from '#world/index.ts'
import type { Problem } from '../prose.ts'
import { isRecord, unknownKey } from './yaml.ts'

const keys = ['scenario', 'seed', 'window', 'size', 'faults', 'groups', 'with']

/** The `world:` of a live block, as in exercises; a slide's world has one seed, 1 when it names none. */
export function readWorld(value: unknown, line: number, problems: Problem[]): WorldSpec | undefined {
  const before = problems.length
  const say = (message: string): void => void problems.push({ line, message })
  if (!isRecord(value)) return void say('expected a world such as {scenario: practice, groups: [/aws/lambda/practice]}')
  for (const key of Object.keys(value).filter((name) => !keys.includes(name))) say(unknownKey(key, keys, 'the world'))
  const { scenario, seed = 1, window, size, faults, groups, with: parameters } = value
  if (typeof scenario !== 'string') return void say('a world needs a scenario')
  if (typeof seed !== 'number' || !Number.isInteger(seed)) return void say('expected a whole number as the seed')
  if (size !== undefined && typeof size !== 'number') say('expected a number of events as the size')
  const length = typeof window === 'string' ? parseDuration(window) : undefined
  if (window !== undefined && length === undefined) say('expected a window such as 90m, 12h or 3w')
  if (groups !== undefined && !isTexts(groups)) say('expected a list of log groups')
  if (faults !== undefined && !isFaults(faults)) say('expected faults such as {bad-deploy: {at: "+15m"}}')
  if (parameters !== undefined && !isParameters(parameters)) say('expected parameters such as {failure: 503}')
  if (problems.length > before) return undefined
  const spec: WorldSpec = {
    scenario,
    seed,
    ...(length === undefined ? {} : { window: length }),
    ...(typeof size === 'number' ? { size } : {}),
    ...(isFaults(faults) ? { faults } : {}),
    ...(isTexts(groups) ? { groups } : {}),
    ...(isParameters(parameters) ? { with: parameters } : {}),
  }
  const wrong = checkSpec(spec)
  for (const message of wrong) say(message)
  return wrong.length > 0 ? undefined : spec
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')

const isFaults = (value: unknown): value is Readonly<Record<string, FaultOptions>> =>
  isRecord(value) &&
  Object.values(value).every(
    (options) => isRecord(options) && Object.values(options).every((option) => typeof option === 'string' || typeof option === 'number'),
  )

const isParameters = (value: unknown): value is Readonly<Record<string, string | number | boolean>> =>
  isRecord(value) && Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item))
