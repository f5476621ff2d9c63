import type { TextRange } from '#lib/text/text-range.ts'
import { hasCheckDigits, isCardNumber, isVehicleNumber, remainderOf97 } from './check-digits.ts'

/** AWS: CWL-managed-data-identifiers: what a kind of sensitive data looks like. */
type DataIdentifier = {
  readonly pattern: RegExp
  /** One of these must stand within thirty characters; none needed where there are none. */
  readonly keywords?: readonly string[]
  /** The part of what matched that is meant; nothing where it only looks like it. */
  readonly part?: (text: string) => TextRange | undefined
}

const DIGITS = /(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g
const privateKey = (kind: string): RegExp => new RegExp(`-----BEGIN ${kind}-----[^-]*(?:-----END ${kind}-----)?`, 'g')

const cardWords =
  'account number, american express, amex, bank card, card, card number, card num, cc #, ccn, check card, credit, credit card#, dankort, debit, debit card, diners club, discover, electron, japanese card bureau, jcb, mastercard, mc, pan, payment account number, payment card number, pcn, union pay, visa'
const securityWords =
  'card id, card identification code, card identification number, card security code, card validation code, card validation number, card verification data, card verification value, cvc, cvc2, cvv, cvv2, elo verification code'
const accountWords = 'account, account code, account number, accountno, bank account, bank account number, iban, konto, kontonummer, cuenta'
const phoneWords = 'cell, contact, fax, fax number, mobile, phone, phone number, tel, telephone, telephone number'

const words = (text: string): readonly string[] => text.split(', ')
const iban = (country: string, length: number): DataIdentifier => ({
  pattern: new RegExp(`\\b${country}\\d{2}(?: ?[A-Z0-9]){${length - 4}}\\b`, 'g'),
  keywords: words(accountWords),
  part: (text) => whole(text, remainderOf97(text) === 1),
})

const whole = (text: string, isMeant: boolean): TextRange | undefined => (isMeant ? { from: 0, to: text.length } : undefined)

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const HEX = '[0-9A-Fa-f]{1,4}'

/** By the name behind `data-identifier/`. */
export const identifiers: Readonly<Record<string, DataIdentifier>> = {
  AwsSecretKey: {
    pattern: /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
    keywords: words('aws_secret_access_key, credentials, secret access key, secret key, set-awscredential'),
  },
  OpenSshPrivateKey: { pattern: privateKey('OPENSSH PRIVATE KEY') },
  PgpPrivateKey: { pattern: privateKey('PGP PRIVATE KEY BLOCK') },
  PkcsPrivateKey: { pattern: privateKey('(?:RSA |EC |DSA |ENCRYPTED )?PRIVATE KEY') },
  PuttyPrivateKey: { pattern: /PuTTY-User-Key-File-\d: [^\n]*(?:\n[^\n]+)*/g },
  IpAddress: {
    pattern: new RegExp(
      `(?<![\\w.])${OCTET}(?:\\.${OCTET}){3}(?![\\w]|\\.\\d)|(?<![\\w:])(?:(?:${HEX}:){7}${HEX}|(?:${HEX}:){1,6}(?::${HEX}){1,6}|::(?:${HEX}:){0,6}${HEX})(?![\\w:])`,
      'g',
    ),
    part: (text) => whole(text, text.split(':').length <= 8),
  },
  CreditCardNumber: { pattern: DIGITS, keywords: words(cardWords), part: (text) => startThat(text, isCardNumber) },
  CreditCardExpiration: {
    pattern: /(?<!\d)(?:0[1-9]|1[0-2])[/-](?:20)?\d{2}(?!\d)/g,
    keywords: words('exp d, exp m, exp y, expiration, expiry'),
  },
  CreditCardSecurityCode: { pattern: /(?<![\d.])\d{3,4}(?![\d.])/g, keywords: words(securityWords) },
  'BankAccountNumber-DE': iban('DE', 22),
  'BankAccountNumber-ES': iban('ES', 24),
  'BankAccountNumber-FR': iban('FR', 27),
  'BankAccountNumber-GB': iban('GB', 22),
  'BankAccountNumber-IT': iban('IT', 27),
  EmailAddress: { pattern: /[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,63})@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g },
  DateOfBirth: {
    pattern: /(?<!\d)(?:\d{4}[-/ ]\d{1,2}[-/ ]\d{1,2}|\d{1,2}[-/ ](?:\d{1,2}|[A-Za-z]{3,9})[-/ ]\d{2,4})(?!\d)/g,
    keywords: words('dob, date of birth, birthdate, birth date, birthday, b-day, bday'),
  },
  LatLong: {
    pattern: /(?<![\d.])-?\d{1,2}\.\d{2,10}, ?-?\d{1,3}\.\d{2,10}(?![\d.])/g,
    keywords: words('coordinate, coordinates, lat long, latitude longitude, location, position'),
  },
  'PhoneNumber-US': { pattern: /(?<![\d.])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-]?)\d{3}[ .-]?\d{4}(?!\d)/g, keywords: words(phoneWords) },
  'PhoneNumber-GB': { pattern: /(?<![\d.])(?:\+44|0)(?: ?\d){9,10}(?!\d)/g, keywords: words(phoneWords) },
  'Ssn-US': {
    pattern: /(?<![\d-])(?!000|666|9)\d{3}([- ]?)(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g,
    keywords: words('social security, ss#, ssn'),
  },
  'ZipCode-US': { pattern: /(?<![\d.-])\d{5}(?:-\d{4})?(?![\d-])/g, keywords: words('zip code, zip+4, zip') },
  VehicleIdentificationNumber: {
    pattern: /(?<![A-Za-z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/g,
    keywords: words('vin, vehicle identification number, vin number, fahrgestellnummer'),
    part: (text) => whole(text, isVehicleNumber(text)),
  },
}

/** The longest start of a run of digits that is a number by its check digit: what stands behind it may be digits as well. */
function startThat(text: string, isMeant: (digits: string) => boolean): TextRange | undefined {
  for (let to = text.length; to >= 13; to--) {
    if (/\d/.test(text[to] ?? '')) continue
    const digits = text.slice(0, to).replaceAll(/\D/g, '')
    if (isMeant(digits) && hasCheckDigits(digits)) return { from: 0, to: text.slice(0, to).trimEnd().length }
  }
  return undefined
}
