import type { WebEmission } from '../episode/emission.ts'
import { commonLogTime, pythonTime } from './clock-text.ts'

/** The common log format: seven fields, of which one stands in brackets and one in quotes. */
export function accessLine(at: number, request: WebEmission & { kind: 'web.request' }): string {
  const { client, user, method, path, status, bytes } = request
  return `${client} - ${user ?? '-'} [${commonLogTime(at)}] "${method} ${path} HTTP/1.1" ${status} ${bytes === 0 ? '-' : bytes}`
}

/** Python's logging as web-1 is set up; a traceback stays in the event of its record, as the agent joins lines that begin with a blank. */
export function appLine(at: number, { level, logger, request, text, error }: WebEmission & { kind: 'web.log' }): string {
  const line = `${pythonTime(at)} ${level} ${logger} [${request}] ${text}`
  if (error === undefined) return line
  const frames = error.frames.map(({ file, line: row, name, code }) => `  File "${file}", line ${row}, in ${name}\n    ${code}`)
  return [line, 'Traceback (most recent call last):', ...frames, `${error.type}: ${error.message}`].join('\n')
}
