import type { DrawnMarking } from '#grading/marking.ts'
import { MapReader, type LocatedMap } from '../../located-yaml.ts'
import type { Problem } from '../../prose.ts'

/** `par:`, what a good answer needs. */
export function readPar(map: LocatedMap | undefined, problems: Problem[]): DrawnMarking['par'] {
  if (map === undefined) return {}
  const reader = new MapReader(map, 'par', ['length', 'scanned'], problems)
  const length = reader.number('length')
  const scanned = readBytes(reader, problems)
  return { ...(length === undefined ? {} : { length }), ...(scanned === undefined ? {} : { scanned }) }
}

const byteUnits: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }

function readBytes(reader: MapReader, problems: Problem[]): number | undefined {
  const text = reader.word('scanned')
  if (text === undefined) return undefined
  const found = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB)$/.exec(text)
  const unit = byteUnits[found?.[2] ?? '']
  if (found !== null && unit !== undefined) return Number(found[1]) * unit
  problems.push({ line: reader.lineOf('scanned'), message: `expected a size such as 300 kB or 1 MB for "scanned", found "${text}"` })
  return undefined
}
