import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { layers, printConfiguration } from '../src/commands/layers.ts'

type Planted = { readonly file: string; readonly line: string; readonly says: string }

const closed = ['languages', 'engines', 'apis', 'consoles']
const everyForbiddenImport: Planted[] = Object.entries(layers).flatMap(([layer, may]) =>
  Object.keys(layers)
    .filter((other) => !may.includes(other) && (other !== layer || closed.includes(layer)))
    .map((other) => ({
      file: `src/${layer}/room/takes-${other}.ts`,
      line: `import { thing } from '#${other}/other/thing.ts'\nexport const use = thing\n`,
      says: `${layer} may import`,
    })),
)
const firstFolder = (layer: string): string =>
  readdirSync(`src/${layer}`, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? ''

const others: Planted[] = [
  {
    file: 'src/engines/a/climb.ts',
    line: "import { thing } from '../../stores/thing.ts'\nexport const use = thing\n",
    says: 'leave a folder by its #name',
  },
  {
    file: 'src/languages/a/sibling.ts',
    line: `import { thing } from '../${firstFolder('languages')}/thing.ts'\nexport const use = thing\n`,
    says: 'leave a folder by its #name',
  },
  { file: 'src/lib/out.ts', line: "import { thing } from '../main.tsx'\nexport const use = thing\n", says: 'leave a folder by its #name' },
  { file: 'src/world/dynamic.ts', line: "export const late = () => import('#stores/log-store.ts')\n", says: 'world may import' },
  {
    file: 'src/engines/a/type.ts',
    line: "import type { Thing } from '#apis/b/thing.ts'\nexport type Use = Thing\n",
    says: 'engines may import',
  },
  { file: 'src/apis/a/again.ts', line: "export { thing } from '#backend/thing.ts'\n", says: 'apis may import' },
  { file: 'src/engines/a/react.ts', line: "import { useState } from 'react'\nexport const use = useState\n", says: 'React lives in' },
  {
    file: 'src/clients/worker.ts',
    line: "import { setupWorker } from 'msw/browser'\nexport const use = setupWorker\n",
    says: 'MSW stands in',
  },
  {
    file: 'src/world/files.ts',
    line: "import { readFileSync } from 'node:fs'\nexport const use = readFileSync\n",
    says: 'does not import Node',
  },
  { file: 'src/engines/a/now.ts', line: 'export const late = () => Date.now()\n', says: 'take a Clock' },
  { file: 'src/world/dice.ts', line: 'export const roll = () => Math.random()\n', says: 'take a Random' },
  { file: 'src/workbook/dice.ts', line: 'export const roll = () => Math.random()\n', says: 'take a Random' },
  { file: 'src/backend/wait.ts', line: 'export const wait = () => setTimeout(() => {}, 1)\n', says: 'no page and no clock' },
  { file: 'src/stores/page.ts', line: 'export const title = () => document.title\n', says: 'no page and no clock' },
  { file: 'src/engines/a/make.ts', line: "export const make = () => new Function('return 1')\n", says: 'no-new-func' },
  { file: 'src/lib/any.ts', line: 'export const loose = (value: any): any => value\n', says: 'no-explicit-any' },
  { file: 'src/lib/bang.ts', line: 'export const first = (words: string[]): string => words[0]!\n', says: 'no-non-null-assertion' },
  {
    file: 'src/ui/Html.tsx',
    line: 'export const Html = () => <p dangerouslySetInnerHTML={{ __html: "<b>x</b>" }} />\n',
    says: 'dangerouslySetInnerHTML',
  },
]

const circle: Planted[] = [
  { file: 'src/lib/back-again.ts', line: "import { there } from './there.ts'\nexport const back = there\n", says: 'no-cycle' },
  { file: 'src/lib/there.ts', line: "import { back } from './back-again.ts'\nexport const there = back\n", says: 'no-cycle' },
]
const planted = [...everyForbiddenImport, ...others, ...circle]

const allowed = Object.entries(layers).flatMap(([layer, may]) =>
  may.map((other) => ({
    file: `src/${layer}/room/may-take-${other}.ts`,
    line: `import { thing } from '#${other}/other/thing.ts'\nexport const use = thing\n`,
  })),
)

/** Lints a house of empty rooms in which every line is planted, and gives what was said of each file. */
function lintHouse(plants: readonly { readonly file: string; readonly line: string }[]): ReadonlyMap<string, string> {
  const house = mkdtempSync(join(tmpdir(), 'watchkeeper-house-'))
  try {
    cpSync('.oxlintrc.json', join(house, '.oxlintrc.json'))
    cpSync('package.json', join(house, 'package.json'))
    for (const { file, line } of plants) {
      mkdirSync(dirname(join(house, file)), { recursive: true })
      writeFileSync(join(house, file), line)
    }
    const { stdout } = spawnSync(resolve('node_modules/.bin/oxlint'), ['-c', '.oxlintrc.json', '--format', 'json', 'src'], {
      cwd: house,
      encoding: 'utf8',
    })
    const report: { diagnostics: { filename: string; message: string; code?: string; help?: string }[] } = JSON.parse(stdout)
    const said = new Map<string, string>()
    for (const { filename, message, code, help } of report.diagnostics)
      said.set(filename, `${said.get(filename) ?? ''}${code}: ${message} ${help ?? ''}\n`)
    return said
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

describe('the guard bites', () => {
  const said = lintHouse([...planted, ...allowed])

  test('the lint configuration is the one the table writes', () => {
    expect(readFileSync('.oxlintrc.json', 'utf8')).toBe(printConfiguration())
  })

  test.each(planted)('$file is caught', ({ file, says }) => {
    expect(said.get(file)).toContain(says)
  })

  test.each(allowed)('$file passes', ({ file }) => {
    expect(said.get(file)).toBeUndefined()
  })
})

/** Every file under a folder, by path. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('the house is kept', () => {
  test('no file is named for a drawer', () => {
    const drawers = /(^|\/)(utils|helpers|types|common|misc)\.tsx?$|\/index\.tsx$/
    expect(filesUnder('src').filter((file) => drawers.test(file))).toEqual([])
  })

  test('a folder shows at most a dozen files, a style sheet counted with its component', () => {
    // one mutator a file, as one function a file elsewhere
    const known = ['src/world/mutators']
    const folders = filesUnder('src')
      .filter((file) => !file.endsWith('.module.css'))
      .map(dirname)
    const full = [...new Set(folders)].filter((folder) => folders.filter((other) => other === folder).length > 12)
    expect(full.toSorted()).toEqual(known)
  })

  test('exercises and slides hold no code', () => {
    expect([...filesUnder('exercises'), ...filesUnder('slides')].filter((file) => /\.(js|ts)x?$/.test(file))).toEqual([])
  })

  test('time and chance are read in one place each outside the classroom', () => {
    const cloud = ['lib', 'world', 'stores', 'languages', 'engines', 'apis', 'backend', 'grading', 'clients'].flatMap((layer) =>
      filesUnder(`src/${layer}`),
    )
    expect(cloud.filter((file) => /\bDate\.now\(|\bnew Date\(\)|Math\.random\(/.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  test('the lock file names no host', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved": "http')
  })
})
