let carried: readonly File[] = []

/** Files dropped on another page, on their way to the logs page. */
export const carryFiles = (files: readonly File[]): void => {
  carried = files
}

/** Takes them, once. */
export function takeCarriedFiles(): readonly File[] {
  const files = carried
  carried = []
  return files
}
