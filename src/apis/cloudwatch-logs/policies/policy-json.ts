import { isRecord } from '#lib/operation/check-input.ts'
import { invalidParameter } from '../api-error.ts'

export type Json = Readonly<Record<string, unknown>>

/** A policy's document: a JSON object. */
export function readDocument(text: string): Json {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalidParameter('The policy document is not valid JSON.')
  }
  if (!isRecord(value)) throw invalidParameter('The policy document must be a JSON object.')
  return value
}

export function onlyMembers(value: Json, names: readonly string[], where: string): void {
  const other = Object.keys(value).find((name) => !names.includes(name))
  if (other !== undefined) throw invalidParameter(`${where} has no member "${other}"; it has ${names.join(', ')}.`)
}

export function objectIn(value: Json, name: string, where: string): Json {
  const member = value[name]
  if (!isRecord(member)) throw invalidParameter(`${where} must have an object "${name}".`)
  return member
}

export function textsIn(value: Json, name: string, where: string): readonly string[] {
  const member: unknown = value[name]
  if (!Array.isArray(member) || member.length === 0 || !member.every((text) => typeof text === 'string'))
    throw invalidParameter(`${where} must have a list of texts "${name}".`)
  return member
}
