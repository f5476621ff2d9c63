import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figureOf, formatValue, UNITS } from '#consoles/dashboards/units/units.ts'

type Golden = {
  readonly values: readonly number[]
  readonly rows: readonly { id: string; decimals: number | null; out: readonly (readonly [string, string, string])[] }[]
}

const suite = new URL('../../../../shared/conformance/grafana/valueformats.json', import.meta.url)

function golden(): Golden | undefined {
  try {
    return JSON.parse(readFileSync(suite, 'utf8')) as Golden
  } catch {
    return undefined
  }
}

describe('units', () => {
  const cases = golden()
  const known = new Set(UNITS.map((unit) => unit.id))
  for (const row of cases?.rows.filter(({ id }) => known.has(id)) ?? []) {
    it(`writes ${row.id} with ${row.decimals ?? 'its own'} places as Grafana does`, () => {
      const written = cases?.values.map((value) => {
        const { text, suffix } = figureOf(value, row.id, row.decimals ?? undefined)
        return ['', text, suffix]
      })
      expect(written).toEqual(row.out)
    })
  }

  it.each([
    [0.0123, 's', '12.3 ms'],
    [5400, 's', '1.50 hours'],
    [1048576, 'bytes', '1 MiB'],
    [1500, 'short', '1.50 K'],
    [2_500_000, 'short', '2.50 Mil'],
    [45.5, 'percent', '45.5%'],
    [0.455, 'percentunit', '45.5%'],
    [90_000, 'ms', '1.50 mins'],
    [12, 'widgets', '12 widgets'],
    [12, '', '12'],
  ])('writes %d in %s as %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text)
  })
})
