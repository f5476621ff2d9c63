import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { parse } from 'yaml'
import type { Deck, DeckSummary, SvgElement } from '#deck/slide.ts'
import type { Problem } from '../prose.ts'
import type { Surroundings } from './blocks.ts'
import { readDeck, type Beside } from './read-deck.ts'
import { readSvg } from './svg.ts'

const listId = 'virtual:slides'
const deckPrefix = 'virtual:slides/'

/** Gives the page `virtual:slides`: the decks' names at once, each deck's slides in a chunk of its own. */
export function slides(): Plugin {
  let root = process.cwd()
  return {
    name: 'watchkeeper:slides',
    configResolved: (config) => void (root = config.root),
    resolveId: (id) => (id === listId || id.startsWith(deckPrefix) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${listId}`) {
        for (const deck of deckIds(root)) this.addWatchFile(deckFile(root, deck))
        return listModule(root)
      }
      if (!id.startsWith(`\0${deckPrefix}`)) return undefined
      const { deck, files } = loadDeckFile(root, id.slice(deckPrefix.length + 1))
      for (const file of files) this.addWatchFile(file)
      return `export default ${JSON.stringify(deck)}`
    },
    hotUpdate({ file, server }) {
      if (!normalizePath(file).startsWith(normalizePath(join(root, 'slides')))) return undefined
      const graph = server.environments.client.moduleGraph
      for (const module of graph.idToModuleMap.values()) if (module.id?.startsWith(`\0${listId}`)) graph.invalidateModule(module)
      server.hot.send({ type: 'full-reload' })
      return []
    },
  }
}

const deckFile = (root: string, id: string): string => join(root, 'slides', id, 'deck.md')

const deckIds = (root: string): readonly string[] =>
  existsSync(join(root, 'slides'))
    ? readdirSync(join(root, 'slides'))
        .filter((name) => existsSync(deckFile(root, name)))
        .toSorted()
    : []

function listModule(root: string): string {
  const decks = deckIds(root)
  const summaries = decks.map((id): DeckSummary => {
    const { deck } = loadDeckFile(root, id)
    return { id, title: deck.title, minutes: deck.minutes, slideCount: deck.slides.length }
  })
  const loaders = decks.map((id) => `${JSON.stringify(id)}: () => import(${JSON.stringify(deckPrefix + id)})`)
  return [
    `export const decks = ${JSON.stringify(summaries)}`,
    `const loaders = { ${loaders.join(', ')} }`,
    'export const loadDeck = async (id) => (Object.hasOwn(loaders, id) ? (await loaders[id]()).default : undefined)',
  ].join('\n')
}

/** Reads `slides/ID/deck.md`; throws one error that lists every problem with its file and line. */
export function loadDeckFile(root: string, id: string): { readonly deck: Deck; readonly files: readonly string[] } {
  const file = deckFile(root, id)
  const files = [file]
  const beside: Beside = { ...exercisesBeside(root), picture: (source) => loadPicture(root, resolve(dirname(file), source), files) }
  const { deck, problems } = readDeck(id, readFileSync(file, 'utf8'), beside)
  if (problems.length > 0) throw new Error(listProblems(relative(root, file), problems))
  return { deck, files }
}

const listProblems = (file: string, problems: readonly Problem[]): string =>
  [`cannot read ${file}:`, ...problems.map(({ line, message }) => `  ${file}:${line}: ${message}`)].join('\n')

function loadPicture(root: string, path: string, files: string[]): { drawing: SvgElement | undefined; problem?: string } {
  const name = relative(root, path)
  if (!path.endsWith('.svg')) return { drawing: undefined, problem: `a picture is an SVG file beside the deck, found "${name}"` }
  if (!existsSync(path)) return { drawing: undefined, problem: `cannot find the picture "${name}"` }
  files.push(path)
  const { drawing, problems } = readSvg(readFileSync(path, 'utf8'))
  return problems.length === 0 ? { drawing } : { drawing: undefined, problem: listProblems(name, problems) }
}

/** Exercises are known by folder and file name; only title and minutes are read here. */
function exercisesBeside(root: string): Surroundings {
  const found = new Map<string, { readonly title: string; readonly minutes: number }>()
  const folder = join(root, 'exercises')
  for (const unit of existsSync(folder) ? readdirSync(folder) : []) {
    const slug = /^\d+-(.+)$/.exec(unit)?.[1]
    for (const name of slug === undefined ? [] : readdirSync(join(folder, unit))) {
      const file = /^\d+-(.+)\.md$/.exec(name)?.[1]
      if (file !== undefined) found.set(`${slug}/${file}`, readCard(readFileSync(join(folder, unit, name), 'utf8')))
    }
  }
  return { exercise: (id) => found.get(id), exerciseIds: () => [...found.keys()] }
}

function readCard(text: string): { readonly title: string; readonly minutes: number } {
  const front: unknown = parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '')
  const title = typeof front === 'object' && front !== null && 'title' in front ? String(front.title) : ''
  const minutes = typeof front === 'object' && front !== null && 'minutes' in front ? Number(front.minutes) : 0
  return { title, minutes }
}
