/** The JSON object or list a line is, or ends with, on several lines; undefined where there is none. */
export function prettyJson(message: string): string | undefined {
  const starts = [message.indexOf('{'), message.indexOf('[')].filter((at) => at >= 0)
  for (const from of starts.toSorted((left, right) => left - right)) {
    const pretty = spread(message.slice(from))
    if (pretty !== undefined) return message.slice(0, from) + pretty
  }
  return undefined
}

function spread(text: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? JSON.stringify(parsed, null, 2) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
