import { javaDouble } from '#lib/text/java-double.ts'
import type { Millis } from '#lib/time.ts'

/** JSON in the making: AWS prints whole doubles as `20.0`, which JSON.stringify cannot. */
export type JsonText = string

export const jsonText = (value: string | number | boolean | null): JsonText => JSON.stringify(value)

export const jsonDouble = (value: number): JsonText => javaDouble(value)

export const jsonTime = (at: Millis): JsonText => `"${awsTime(at)}"`

/** `2024-03-08T14:06:01.849+0000`. */
export const awsTime = (at: Millis): string => new Date(at).toISOString().replace('Z', '+0000')

export const jsonList = (elements: readonly JsonText[]): JsonText => `[${elements.join(',')}]`

export const jsonTexts = (texts: readonly string[]): JsonText => jsonList(texts.map(jsonText))

/** In the order given; an undefined member is left out. */
export const jsonObject = (members: Readonly<Record<string, JsonText | undefined>>): JsonText =>
  `{${Object.entries(members)
    .filter(([, json]) => json !== undefined)
    .map(([key, json]) => `${JSON.stringify(key)}:${json}`)
    .join(',')}}`

/** A member that may be left out. */
export const jsonMaybe = <T>(value: T | undefined, print: (value: T) => JsonText): JsonText | undefined =>
  value === undefined ? undefined : print(value)
