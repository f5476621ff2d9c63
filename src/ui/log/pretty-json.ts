/** The JSON object or list a line is, or ends with, on several lines; undefined where there is none. */
export function prettyJson(message: string): string | undefined {
  const from = message.search(/[{[]/)
  if (from < 0) return undefined
  try {
    const parsed: unknown = JSON.parse(message.slice(from))
    if (typeof parsed !== 'object' || parsed === null) return undefined
    return `${message.slice(0, from)}${JSON.stringify(parsed, null, 2)}`
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
