import { createDetector, hide, managedIdentifiers, type DataPattern, type Finding } from '#engines/data-protection/index.ts'
import { isRecord } from '#lib/operation/check-input.ts'
import { compileRegex, loadRe2For } from '#lib/regex/index.ts'
import { hasErrors } from '#lib/text/diagnostic.ts'
import { invalidParameter, notSimulated } from '../api-error.ts'
import { objectIn, onlyMembers, readDocument, textsIn, type Json } from './policy-json.ts'

export type DataProtectionPolicy = {
  readonly find: (text: string) => readonly Finding[]
  readonly mask: (text: string) => string
  /** The log group that findings are sent to. */
  readonly findingsGroup: string | undefined
}

const VERSION = '2021-06-01'
const ARN = /^arn:aws[\w-]*:dataprotection::aws:data-identifier\/(.+)$/
const MOST_CUSTOM = 10
const CUSTOM_NAME = /^[A-Za-z0-9_-]{1,128}$/
const CUSTOM_REGEX = /^[\w#=@/;, \-^$?[\]{}|\\*+.]{1,200}$/

/** AWS: cloudwatch-logs-data-protection-policies: one audit statement and one that masks, over the same identifiers. */
export async function readDataProtectionPolicy(text: string): Promise<DataProtectionPolicy> {
  const document = readDocument(text)
  onlyMembers(document, ['Name', 'Description', 'Version', 'Configuration', 'Statement'], 'The policy document')
  if (typeof document['Name'] !== 'string') throw invalidParameter('The policy document must have a text "Name".')
  if (document['Version'] !== VERSION) throw invalidParameter(`The policy document's "Version" must be "${VERSION}".`)
  const custom = await customIdentifiers(document['Configuration'])
  const [audit, masking] = statementsOf(document)
  const wanted = textsIn(audit, 'DataIdentifier', 'The audit statement')
  const masked = textsIn(masking, 'DataIdentifier', 'The de-identify statement')
  if (wanted.length !== masked.length || wanted.some((name) => !masked.includes(name)))
    throw invalidParameter('The "DataIdentifier" lists of the two statements must match exactly.')
  const find = createDetector([...new Set(wanted)].map((name) => patternOf(name, custom)))
  return { find, mask: (message) => hide(message, find(message)), findingsGroup: findingsGroup(audit) }
}

function statementsOf(document: Json): readonly [audit: Json, masking: Json] {
  const statements: unknown = document['Statement']
  if (!Array.isArray(statements) || statements.length !== 2 || !statements.every(isRecord))
    throw invalidParameter('The policy document must have two statements, one that audits and one that de-identifies.')
  const [audit, masking] = ['Audit', 'Deidentify'].map((kind) =>
    statements.find((statement) => isRecord(statement['Operation']) && kind in statement['Operation']),
  )
  if (audit === undefined) throw invalidParameter('One statement must have an "Operation" with an "Audit" action.')
  if (masking === undefined) throw invalidParameter('One statement must have an "Operation" with a "Deidentify" action.')
  for (const statement of statements) onlyMembers(statement, ['Sid', 'DataIdentifier', 'Operation'], 'A statement')
  const action = objectIn(objectIn(masking, 'Operation', 'A statement'), 'Deidentify', 'The operation')
  if (Object.keys(objectIn(action, 'MaskConfig', 'The "Deidentify" action')).length > 0)
    throw invalidParameter('The "MaskConfig" object must be empty.')
  return [audit, masking]
}

/** Buckets and delivery streams must exist, as a log group must; here there are none. */
function findingsGroup(audit: Json): string | undefined {
  const action = objectIn(objectIn(audit, 'Operation', 'A statement'), 'Audit', 'The operation')
  const destination = objectIn(action, 'FindingsDestination', 'The "Audit" action')
  onlyMembers(destination, ['CloudWatchLogs', 'Firehose', 'S3'], 'The "FindingsDestination"')
  for (const name of ['Firehose', 'S3'])
    if (destination[name] !== undefined) throw notSimulated(`a findings destination in ${name}`, 'CloudWatchLogs is, with a log group')
  if (destination['CloudWatchLogs'] === undefined) return undefined
  const group = objectIn(destination, 'CloudWatchLogs', 'The "FindingsDestination"')['LogGroup']
  if (typeof group !== 'string') throw invalidParameter('The destination "CloudWatchLogs" must have a text "LogGroup".')
  return group
}

async function customIdentifiers(configuration: unknown): Promise<ReadonlyMap<string, DataPattern>> {
  const custom = new Map<string, DataPattern>()
  if (configuration === undefined) return custom
  const list: unknown = isRecord(configuration) ? configuration['CustomDataIdentifier'] : undefined
  if (!Array.isArray(list) || !list.every(isRecord))
    throw invalidParameter('The "Configuration" must have a list of objects "CustomDataIdentifier".')
  if (list.length > MOST_CUSTOM)
    throw invalidParameter(`A policy has at most ${MOST_CUSTOM} custom data identifiers, this one has ${list.length}.`)
  for (const { Name: name, Regex: regex } of list) {
    if (typeof name !== 'string' || !CUSTOM_NAME.test(name))
      throw invalidParameter('A custom data identifier needs a "Name" of 1 to 128 letters, digits, underscores and hyphens.')
    if (managedIdentifiers.includes(name) || custom.has(name)) throw invalidParameter(`There already is a data identifier "${name}".`)
    custom.set(name, await customPattern(name, regex))
  }
  return custom
}

async function customPattern(name: string, regex: unknown): Promise<DataPattern> {
  if (typeof regex !== 'string' || !CUSTOM_REGEX.test(regex))
    throw invalidParameter(
      `The custom data identifier "${name}" needs a "Regex" of 1 to 200 letters, digits, blanks, _#=@/;,- and the operators ^$?[]{}|\\*+.`,
    )
  await loadRe2For(regex)
  const compiled = compileRegex(regex)
  if ('diagnostics' in compiled) {
    const why = hasErrors(compiled.diagnostics) ? compiled.diagnostics.map(({ message }) => message).join('; ') : 'it cannot be read'
    throw invalidParameter(`The "Regex" of the custom data identifier "${name}" is refused: ${why}.`)
  }
  return { name, regex: compiled.value }
}

function patternOf(identifier: string, custom: ReadonlyMap<string, DataPattern>): DataPattern {
  const own = custom.get(identifier)
  if (own !== undefined) return own
  const name = ARN.exec(identifier)?.[1]
  if (name === undefined)
    throw invalidParameter(`"${identifier}" is neither the ARN of a managed data identifier nor the name of a custom one.`)
  if (!managedIdentifiers.includes(name))
    throw notSimulated(`the data identifier ${name}`, `these are: ${managedIdentifiers.join(', ')}, and your own regular expressions`)
  return { managed: name }
}
