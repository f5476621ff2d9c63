import { spawnSync } from 'node:child_process'

/** Everything static, one after the other; every step runs, so that one visit shows all there is to mend. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['lint and layers', 'oxlint', '--deny-warnings'],
  ['dead code', 'knip'],
  ['format', 'oxfmt', '--check', 'src', 'test', 'vite.config.ts'],
]

let failed = 0
for (const [name, command, ...args] of steps) {
  const began = process.hrtime.bigint()
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' })
  const took = Number((process.hrtime.bigint() - began) / 1_000_000n)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${took} ms)`)
  if (status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
