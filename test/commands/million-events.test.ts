import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the generator makes the bytes that the measured figures stand on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-events-'))
  try {
    const said = execFileSync(process.execPath, ['src/commands/bench/gen.mjs', '10000', join(folder, 'events.dat')], { encoding: 'utf8' })
    expect(JSON.parse(said)).toMatchObject({ events: 10000, sha256: 'a57062cdbaa974e85836da999688c80628096de59a96c6f12daf2301af197c79' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
