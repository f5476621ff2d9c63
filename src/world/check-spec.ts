import { nearest } from '#lib/near.ts'
import type { WorldSpec } from '#lib/world-spec.ts'
import { findScenario, scenarios } from './scenarios/scenarios.ts'

/** What is wrong with a spec, a sentence each; empty when a world can be made of it. */
export function checkSpec(spec: WorldSpec): readonly string[] {
  const scenario = findScenario(spec.scenario)
  if (scenario === undefined)
    return [
      unknown(
        'scenario',
        spec.scenario,
        scenarios.map(({ name }) => name),
      ),
    ]
  return [
    ...unknowns('group', spec.groups ?? [], scenario.groups),
    ...unknowns(
      'parameter',
      Object.keys(spec.with ?? {}),
      scenario.parameters.map(({ name }) => name),
    ),
  ]
}

const unknowns = (noun: string, words: readonly string[], known: readonly string[]): string[] =>
  words.filter((word) => !known.includes(word)).map((word) => unknown(noun, word, known))

function unknown(noun: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return `unknown ${noun} "${word}"${near === undefined ? '' : `; did you mean "${near}"?`}`
}
