/** As much as an event holds: functions that double a text, one inside the other, would outgrow any memory. */
const LONGEST_TEXT = 1_048_576

export const fits = (length: number): boolean => length <= LONGEST_TEXT
