/** What the editor says of a piece of a pattern. */
export type Help = {
  readonly word: string
  readonly insert?: string
  readonly detail: string
  readonly says: string
  readonly examples: readonly string[]
}

export const forms: readonly Help[] = [
  {
    word: 'ERROR timeout',
    insert: 'ERROR timeout',
    detail: 'terms, all of them',
    says: 'Every term must occur somewhere in the message, also inside a longer word; capitals count.',
    examples: ['ERROR', '"payment failed" -test', '?ERROR ?WARN'],
  },
  {
    word: '{ $.property = value }',
    insert: '{ $.level = "ERROR" }',
    detail: 'JSON',
    says: 'The message must be a JSON object, and the condition must hold for the properties it names.',
    examples: ['{ $.status >= 500 }', '{ $.level = "ERROR" && $.path = "/api/*" }', '{ $.userId NOT EXISTS }'],
  },
  {
    word: '[field, field, ...]',
    insert: '[ip, ..., status = 5*, bytes]',
    detail: 'words parted by blanks',
    says: 'The message is split at white space; [..] and ".." are one word each. Each field takes one word, ... any number of them.',
    examples: ['[ip, ..., status = 5*, bytes]', '[level = ERROR || level = WARN, text]'],
  },
  {
    word: '%expression%',
    insert: '%status=5\\d\\d%',
    detail: 'a regular expression',
    says: 'A regular expression is looked for in the whole message; it has no groups.',
    examples: ['%status=5\\d\\d%', '%^START|^END%'],
  },
]

export const operators: readonly Help[] = [
  {
    word: '=',
    detail: 'equals',
    says: 'Equal text, number or regular expression; * stands for any text. Arrays, objects, true, false and null satisfy neither = nor !=.',
    examples: ['{ $.level = "ERR*" }', '{ $.status = 200 }', '{ $.path = %^/api/v[12]% }'],
  },
  {
    word: '!=',
    detail: 'differs',
    says: 'A string or a number that differs. A property that is not there satisfies neither = nor !=.',
    examples: ['{ $.status != 200 }'],
  },
  { word: '>', detail: 'greater', says: 'Numbers only: "10" in quotes is text, and never greater.', examples: ['{ $.latency > 1000 }'] },
  { word: '<', detail: 'less', says: 'Numbers only.', examples: ['{ $.latency < 0.5 }'] },
  { word: '>=', detail: 'greater or equal', says: 'Numbers only.', examples: ['{ $.status >= 500 }'] },
  { word: '<=', detail: 'less or equal', says: 'Numbers only.', examples: ['{ $.status <= 299 }'] },
  {
    word: 'IS',
    insert: 'IS NULL',
    detail: 'IS NULL, IS TRUE, IS FALSE',
    says: 'IS NULL: the property is there and null, or an array that holds null. IS TRUE and IS FALSE look at booleans, not at the words in quotes.',
    examples: ['{ $.error IS NULL }', '{ $.retried IS TRUE }'],
  },
  {
    word: 'NOT',
    insert: 'NOT EXISTS',
    detail: 'NOT EXISTS',
    says: 'The property is not there at all; null is there.',
    examples: ['{ $.userId NOT EXISTS }'],
  },
]

export const marks: readonly Help[] = [
  { word: '&&', detail: 'and', says: 'Both must hold; && binds tighter than ||.', examples: ['{ $.a = 1 && $.b = 2 }'] },
  { word: '||', detail: 'or', says: 'One of them must hold.', examples: ['{ $.a = 1 || $.b = 2 }'] },
  {
    word: '?',
    detail: 'one of',
    says: 'At least one of the terms marked ? must occur. As soon as the pattern holds a plain or an excluded term, all of them are ignored.',
    examples: ['?ERROR ?WARN', '?"timed out" ?refused'],
  },
  { word: '-', detail: 'without', says: 'Events that hold the term are left out.', examples: ['ERROR -HealthCheck'] },
  {
    word: '...',
    detail: 'any number of words',
    says: 'Stands for any number of words, none included; the fields behind it are the last words of the message. Once in a pattern.',
    examples: ['[ip, ..., status, bytes]'],
  },
]
