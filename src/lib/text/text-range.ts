/** A piece of a text: offsets in UTF-16 units, `to` exclusive. */
export type TextRange = { readonly from: number; readonly to: number }
