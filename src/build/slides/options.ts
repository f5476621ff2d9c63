/** What a room may choose from: as many as there are keys that count hands. */
export const readOptions = (texts: readonly string[] | undefined): readonly string[] | undefined =>
  texts !== undefined && texts.length >= 2 && texts.length <= 9 ? texts : undefined
