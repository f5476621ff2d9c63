/** The declarative table a request is checked against: the service model's member types with their constraints. */
export type Shape = TextShape | NumberShape | BooleanShape | TimestampShape | ListShape | MapShape | StructureShape
export type TextShape = Bounds & {
  readonly type: 'string'
  readonly pattern?: string
  readonly oneOf?: readonly string[]
  /** Said instead of the constraint where the service says something else. */
  readonly tooLong?: string
}
export type NumberShape = Bounds & { readonly type: 'integer' | 'double'; readonly oneOf?: readonly number[] }
type BooleanShape = { readonly type: 'boolean'; readonly required?: true }
/** Epoch milliseconds for the operation, whatever the protocol wrote. */
type TimestampShape = { readonly type: 'timestamp'; readonly required?: true }
export type ListShape = Bounds & { readonly type: 'list'; readonly of: Shape }
export type MapShape = Bounds & { readonly type: 'map'; readonly key: TextShape; readonly value: TextShape }
type StructureShape = { readonly type: 'structure'; readonly required?: true; readonly members: Members }
export type Members = Readonly<Record<string, Shape>>

type Bounds = { readonly required?: true; readonly min?: number; readonly max?: number }

type ValueOf<S extends Shape> = S extends { readonly type: 'string'; readonly oneOf: readonly (infer Word)[] }
  ? Word
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'integer' | 'double' | 'timestamp' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'list'; readonly of: infer Of extends Shape }
          ? readonly ValueOf<Of>[]
          : S extends { readonly type: 'map' }
            ? Readonly<Record<string, string>>
            : S extends { readonly type: 'structure'; readonly members: infer Inner extends Members }
              ? InputOf<Inner>
              : never

type RequiredNames<M extends Members> = { [Name in keyof M]: M[Name] extends { readonly required: true } ? Name : never }[keyof M]

/** The typed input that a table of members describes. */
export type InputOf<M extends Members> = { readonly [Name in RequiredNames<M>]: ValueOf<M[Name]> } & {
  readonly [Name in Exclude<keyof M, RequiredNames<M>>]?: ValueOf<M[Name]>
}
