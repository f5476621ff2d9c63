const FIELDS = /^(\s*fields)(\s[^|]*?)?(\s*(?:\|[\s\S]*)?)$/i

/** A query that shows a field as well: for a caret that was never put anywhere. */
export function withField(query: string, field: string): string {
  if (query.trim() === '') return `fields ${field}`
  const [, head, list = '', rest] = FIELDS.exec(query) ?? []
  if (head === undefined || rest === undefined) return `${query.trimEnd()}\n| filter ispresent(${field})`
  return list.trim() === '' ? `${head} ${field}${rest.trimEnd()}` : `${head}${list}, ${field}${rest}`
}
