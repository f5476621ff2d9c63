import { isRecord } from '#lib/operation/check-input.ts'

/** What XML cannot hold at all is left out, the rest is escaped. */
const escape = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')

/** An element around markup that is already written. */
export const xmlElement = (name: string, inner: string): string => (inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`)

/** Members of an answer as elements; a list is its elements as `member`, an undefined member is left out. */
export const xmlMembers = (members: Readonly<Record<string, unknown>>): string =>
  Object.entries(members)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => xmlElement(name, xmlValue(value)))
    .join('')

function xmlValue(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Map) return [...value].map(([key, one]) => xmlElement('entry', xmlMembers({ key, value: one }))).join('')
  if (Array.isArray(value)) return value.map((element) => xmlElement('member', xmlValue(element))).join('')
  if (value instanceof Uint8Array) return btoa(String.fromCharCode(...value))
  if (isRecord(value)) return xmlMembers(value)
  return escape(String(value))
}
