/** Offers a text to the reader as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the download reads the address after this turn
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
