import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

export type Finished = { readonly code: number; readonly output: string; readonly problem: string }

const home = mkdtempSync(join(tmpdir(), 'clients-'))
const environment = (endpoint: string, key: string) => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  AWS_ACCESS_KEY_ID: key,
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_DEFAULT_REGION: 'eu-west-1',
  AWS_PAGER: '',
  AWS_EC2_METADATA_DISABLED: 'true',
  ENDPOINT: endpoint,
})

/** Runs a client against an endpoint, as one account. */
export const runClient = (program: string, args: readonly string[], endpoint: string, key = '123456789012'): Promise<Finished> =>
  new Promise((resolve) => {
    execFile(program, args, { env: environment(endpoint, key) }, (failure, stdout, stderr) =>
      resolve({ code: typeof failure?.code === 'number' ? failure.code : failure ? -1 : 0, output: stdout, problem: stderr }),
    )
  })

/** The first of these programs that answers; Debian's own before whatever else is on the path. */
function find(candidates: readonly string[], args: readonly string[]): string | undefined {
  return candidates.find((program) => {
    if (program.startsWith('/') && !existsSync(program)) return false
    try {
      execFileSync(program, args, { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

export const aws = find(['/usr/bin/aws', '/usr/local/bin/aws', 'aws'], ['--version'])
export const python = find(['/usr/bin/python3', 'python3'], ['-c', 'import boto3'])

/** On the builder every client must be there; elsewhere one that is not is said so and passed over. */
export function whenThere(name: string, program: string | undefined, remedy: string, body: (program: string) => void): void {
  if (program !== undefined) describe(name, () => body(program))
  else if (process.env['CI'] === 'true') it(`${name} is installed`, () => expect.fail(`install it: ${remedy}`))
  else {
    console.log(`${name} is not installed, its tests are passed over (${remedy})`)
    describe.skip(`${name} (not installed)`, () => it('is passed over', () => undefined))
  }
}
