/** Luhn's sum: every second digit from the right doubled, all digits added up to a multiple of ten. */
export function hasCheckDigits(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** American Express, Diners Club, JCB, Visa, Mastercard, Discover, UnionPay, Dankort, Electron. */
const PREFIX = /^(?:3[47]|30[0-5]|3[689]|35|4|5[1-5]|2[2-7]|5019|6011|6[245])/

export const isCardNumber = (digits: string): boolean => digits.length >= 13 && digits.length <= 19 && PREFIX.test(digits)

/** ISO 7064 over an IBAN: its first four characters to the end, letters as numbers from 10. */
export function remainderOf97(text: string): number {
  const compact = text.replaceAll(' ', '')
  let remainder = 0
  for (const character of compact.slice(4) + compact.slice(0, 4))
    for (const digit of Number.parseInt(character, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder
}

const VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** The ninth character of a vehicle's number is the weighted sum of the others modulo eleven. */
export function isVehicleNumber(text: string): boolean {
  let sum = 0
  for (let at = 0; at < WEIGHTS.length; at++) sum += (VALUES.indexOf(text[at] ?? '') % 10) * (WEIGHTS[at] ?? 0)
  return text[8] === (sum % 11 === 10 ? 'X' : String(sum % 11))
}
