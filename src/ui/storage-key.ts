/** The folder this page lives in, `/` or `/course/`: several workbooks may share an origin. */
export const basePath = (): string => new URL('.', document.baseURI).pathname

/** A storage key of this workbook and no other on the same origin. */
export const storageKey = (name: string): string => `watchkeeper:${basePath()}:${name}`
