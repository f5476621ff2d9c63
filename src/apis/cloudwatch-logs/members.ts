import type { Shape } from '#lib/operation/shape.ts'

/** The members that several operations share, with the constraints of the service model. */
export const required = { required: true } as const

const tooLong = 'Invalid LogGroup or LogStream, both must have length less than or equal to 512.'

export const logGroupName = { type: 'string', min: 1, max: 512, tooLong, pattern: '[\\.\\-_/#A-Za-z0-9]+' } as const satisfies Shape
export const logGroupNamePattern = { type: 'string', max: 512, pattern: '[\\.\\-_/#A-Za-z0-9]*' } as const satisfies Shape
export const logGroupIdentifier = { type: 'string', min: 1, max: 2048, pattern: '[\\w#+=/:,.@-]*' } as const satisfies Shape
export const logStreamName = { type: 'string', min: 1, max: 512, tooLong, pattern: '[^:*]*' } as const satisfies Shape
export const filterName = { type: 'string', min: 1, max: 512, pattern: '[^:*]*' } as const satisfies Shape
export const filterPattern = { type: 'string', max: 1024 } as const satisfies Shape
export const timestamp = { type: 'integer', min: 0 } as const satisfies Shape
export const nextToken = { type: 'string', min: 1 } as const satisfies Shape
export const describeLimit = { type: 'integer', min: 1, max: 50 } as const satisfies Shape
export const eventsLimit = { type: 'integer', min: 1, max: 10000 } as const satisfies Shape
export const boolean = { type: 'boolean' } as const satisfies Shape
export const queryId = { type: 'string', min: 1, max: 256 } as const satisfies Shape
export const tags = {
  type: 'map',
  min: 1,
  max: 50,
  key: { type: 'string', min: 1, max: 128, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$' },
  value: { type: 'string', max: 256, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$' },
} as const satisfies Shape
export const tagKeys = {
  type: 'list',
  max: 50,
  of: { type: 'string', min: 1, max: 128, pattern: '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$' },
} as const satisfies Shape
export const resourceArn = { type: 'string', min: 1, max: 1011, pattern: '[\\w+=/:,.@-]*' } as const satisfies Shape
