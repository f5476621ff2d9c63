const HUES = 6

/** Six colours; a seventh series has a dash, not a seventh colour. Both themes switch by themselves, since the colours are variables. */
export const colourOf = (at: number): string => `var(--s${(at % HUES) + 1})`

export const dashOf = (at: number): string | undefined => ['', '6 4', '2 3', '10 3 2 3'][Math.floor(at / HUES) % 4] || undefined
