import type { WorldSpec } from '#lib/world-spec.ts'

type Unknown = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isScalar: Check = (value) => isText(value) || isNumber(value) || typeof value === 'boolean'
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)
const objectOf =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, check]) => check(value[name]))

const members: Readonly<Record<string, readonly [Check, string]>> = {
  scenario: [isText, 'a name'],
  seed: [Number.isSafeInteger, 'a whole number'],
  window: [maybe(isNumber), 'a number'],
  size: [maybe(isNumber), 'a number'],
  start: [maybe(isNumber), 'a number'],
  groups: [maybe(listOf(isText)), 'a list of names'],
  with: [maybe(mapOf(isScalar)), 'an object of texts and numbers'],
  faults: [
    maybe(mapOf(objectOf({ at: maybe(isText), for: maybe(isText), strength: maybe(isNumber) }))),
    'an object with the options of each fault: {"bad-deploy": {"at": "+15m"}}',
  ],
  mutators: [maybe(listOf(objectOf({ name: isText, argument: maybe(isText) }))), 'a list of {"name", "argument"}'],
  lines: [
    maybe(listOf(objectOf({ group: isText, message: isText, stream: maybe(isNumber), at: maybe(isNumber) }))),
    'a list of {"group", "message"}',
  ],
}

/** A world's spec out of a request, by its shape; whether a world can be made of it, the world knows. Else a sentence. */
export function readSpec(value: unknown): WorldSpec | string {
  if (!isObject(value)) return '"spec" must be a world: at least a scenario and a seed'
  for (const [name, [check, what]] of Object.entries(members)) {
    if (!check(value[name])) return `"${name}" of a world must be ${what}`
  }
  return value as WorldSpec
}
