import { metricUnits } from '#lib/metric/unit.ts'
import type { Shape } from '#lib/operation/shape.ts'

/** The members that several operations share, with the constraints of the service model. What is missing is said by the operations, in CloudWatch's words. */
export const required = { required: true } as const

export const text = { type: 'string' } as const satisfies Shape
export const number = { type: 'double' } as const satisfies Shape
export const timestamp = { type: 'timestamp' } as const satisfies Shape
export const boolean = { type: 'boolean' } as const satisfies Shape
export const nextToken = { type: 'string' } as const satisfies Shape
export const unit = { type: 'string', oneOf: metricUnits } as const satisfies Shape
export const period = { type: 'integer', min: 1 } as const satisfies Shape
export const namespace = { type: 'string', min: 1, max: 255 } as const satisfies Shape
export const metricName = { type: 'string', min: 1, max: 255 } as const satisfies Shape
export const dimension = {
  type: 'structure',
  members: { Name: { type: 'string', min: 1, max: 255 }, Value: { type: 'string', min: 1, max: 1024 } },
} as const satisfies Shape
export const dimensions = { type: 'list', max: 30, of: dimension } as const satisfies Shape
