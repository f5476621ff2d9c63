type Extraction = { readonly j: (field: string) => string }
export const rawJson: Extraction
export const rawRegex: Extraction
export const sql: (mode: Extraction | null) => Readonly<Record<string, string>>
export const EXTRACT: (mode: Extraction) => string
export const median: (numbers: readonly number[]) => number
