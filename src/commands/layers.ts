import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** The house's table: who may import whom. `.oxlintrc.json` is written from it (`npm run layers`), and a test holds the two equal. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  world: ['lib'],
  stores: ['lib'],
  languages: ['lib'],
  engines: ['lib', 'stores', 'languages'],
  apis: ['lib', 'stores', 'languages', 'engines'],
  backend: ['lib', 'world', 'stores', 'engines', 'apis'],
  clients: ['lib'],
  ui: ['lib', 'languages'],
  consoles: ['lib', 'languages', 'clients', 'ui'],
  grading: ['lib', 'languages', 'clients', 'backend'],
  workbook: ['lib', 'ui', 'consoles', 'grading'],
  deck: ['lib', 'ui', 'consoles', 'workbook'],
}

/** In these, one folder does not see the next. */
const closed = ['languages', 'engines', 'apis', 'consoles']
/** The cloud has no page around it and no clock of its own. */
const cloud = ['lib', 'world', 'stores', 'languages', 'engines', 'apis', 'backend']
const reactAt = ['ui', 'consoles', 'workbook', 'deck']

const folders = (layer: string): string[] =>
  readdirSync(`src/${layer}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

const pattern = (regex: string, message: string) => ({ regex, message })

function layerRule(layer: string, may: readonly string[]) {
  const names = Object.keys(layers)
  const apart = closed.includes(layer)
  const forbidden = names.filter((name) => !may.includes(name) && (apart || name !== layer))
  const outside = [...names, ...(apart ? folders(layer) : [])]
  const patterns = [
    pattern(`^#(${forbidden.join('|')})/`, `${layer} may import ${may.join(', ') || 'nothing'}`),
    pattern(
      `^(\\.\\./)+(${[...outside, 'commands', 'build', 'main', 'worker'].join('|')})(/|\\.|$)`,
      'leave a folder by its #name, not by ../',
    ),
    ...(reactAt.includes(layer)
      ? []
      : [pattern('^(react|react-dom|react-aria-components|recharts|wouter)(/|$)', 'React lives in ui, consoles, workbook and deck')]),
    ...(layer === 'backend' ? [] : [pattern('^msw(/|$)', 'MSW stands in backend/intercept.ts only')]),
    pattern('^node:', 'what runs in a browser does not import Node; src/commands and src/build may'),
  ]
  return { files: [`src/${layer}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

const noAmbientTime = {
  files: cloud.filter((layer) => layer !== 'lib').map((layer) => `src/${layer}/**`),
  rules: {
    'no-restricted-globals': [
      'error',
      ...['document', 'window', 'localStorage', 'setTimeout', 'setInterval', 'performance'].map((name) => ({
        name,
        message: 'the cloud has no page and no clock of its own: take it as an argument',
      })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'take a Clock' },
      { object: 'Math', property: 'random', message: 'take a Random' },
    ],
  },
}

const rules = {
  'import/no-cycle': 'error',
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-debugger': 'error',
  'no-console': 'error',
  'no-empty': 'error',
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'take a Random' }],
  'prefer-const': 'error',
  eqeqeq: 'error',
  'max-lines': ['error', { max: 600 }],
  'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
  'typescript/no-explicit-any': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/consistent-type-imports': 'error',
  'react/rules-of-hooks': 'error',
  'react/no-danger': 'error',
  'react/jsx-key': 'error',
  'jsx-a11y/alt-text': 'error',
  'jsx-a11y/anchor-is-valid': 'error',
}

/** The lint configuration that stands for the table. */
export const lintConfiguration = () => ({
  plugins: ['typescript', 'import', 'react', 'jsx-a11y', 'unicorn', 'oxc'],
  categories: { correctness: 'error' },
  rules,
  ignorePatterns: ['dist', 'public/mockServiceWorker.js', 'src/commands/bench/*.mjs'],
  overrides: [
    ...Object.entries(layers).map(([layer, may]) => layerRule(layer, may)),
    noAmbientTime,
    { files: ['src/commands/**', 'src/build/**'], rules: { 'no-console': 'off' } },
    { files: ['test/**'], rules: { 'max-lines-per-function': 'off', 'no-console': 'off' } },
  ],
})

export const printConfiguration = (): string => `${JSON.stringify(lintConfiguration(), null, 2)}\n`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('.oxlintrc.json', printConfiguration())
  console.log(`wrote .oxlintrc.json: ${Object.keys(layers).length} layers, ${readFileSync('.oxlintrc.json').length} bytes`)
}
