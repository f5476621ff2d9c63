import { compileRegex, type Regex } from '#lib/regex/index.ts'

const MOST = 64

/** Regular expressions that come as data, each compiled once while a query runs. */
export function rememberExpressions(): (source: string) => Regex | undefined {
  const compiled = new Map<string, Regex | undefined>()
  return (source) => {
    if (!compiled.has(source)) {
      if (compiled.size >= MOST) compiled.clear()
      const result = compileRegex(source)
      compiled.set(source, 'value' in result ? result.value : undefined)
    }
    return compiled.get(source)
  }
}
