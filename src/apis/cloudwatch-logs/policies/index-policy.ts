import { isRecord } from '#lib/operation/check-input.ts'
import { defaultIndexes, type IndexType } from '#stores/field-indexes.ts'
import { invalidParameter } from '../api-error.ts'
import { onlyMembers, readDocument, textsIn } from './policy-json.ts'

const MOST_FIELDS = 20
const LONGEST_NAME = 100
const types: readonly IndexType[] = ['FIELD_INDEX', 'FACET']

/** The fields that count for the quota: those indexed anyway do not. */
const counted = (fields: ReadonlyMap<string, IndexType>): number =>
  [...fields.keys()].filter((name) => !defaultIndexes.includes(name)).length

/** AWS: CloudWatchLogs-Field-Indexing-Syntax: `{"Fields": ["RequestId"], "FieldsV2": {"APIName": {"type": "FACET"}}}`. */
export function readIndexPolicy(text: string): ReadonlyMap<string, IndexType> {
  const document = readDocument(text)
  onlyMembers(document, ['Fields', 'FieldsV2'], 'The policy document')
  const fields = new Map<string, IndexType>()
  if (document['Fields'] !== undefined)
    for (const name of textsIn(document, 'Fields', 'The policy document')) fields.set(name, 'FIELD_INDEX')
  for (const [name, type] of typedFields(document['FieldsV2'])) {
    if (fields.has(name)) throw invalidParameter(`The field "${name}" stands in "Fields" and in "FieldsV2".`)
    fields.set(name, type)
  }
  if (fields.size === 0) throw invalidParameter('The policy document must name at least one field.')
  if (counted(fields) > MOST_FIELDS)
    throw invalidParameter(`An index policy names at most ${MOST_FIELDS} fields, this one names ${counted(fields)}.`)
  for (const name of fields.keys())
    if (name === '' || name.length > LONGEST_NAME) throw invalidParameter(`A field's name has 1 to ${LONGEST_NAME} characters.`)
  return fields
}

function typedFields(value: unknown): readonly (readonly [string, IndexType])[] {
  if (value === undefined) return []
  if (!isRecord(value)) throw invalidParameter('"FieldsV2" must be an object.')
  return Object.entries(value).map(([name, field]) => {
    const type = types.find((known) => isRecord(field) && field['type'] === known)
    if (type === undefined) throw invalidParameter(`The field "${name}" of "FieldsV2" must have a "type" of ${types.join(' or ')}.`)
    return [name, type]
  })
}
