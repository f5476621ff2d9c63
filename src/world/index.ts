export { checkSpec } from './check-spec.ts'
export { createDigest, digest } from './digest.ts'
export type { WorldRecord } from './record.ts'
export { createWorld, type World } from './world.ts'
