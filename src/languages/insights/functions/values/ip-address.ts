export type Address = { readonly version: 4 | 6; readonly bits: bigint }

export const parseAddress = (text: string): Address | undefined => parseIpv4(text) ?? parseIpv6(text)

export function parseIpv4(text: string): Address | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined
  return { version: 4, bits: parts.reduce((bits, part) => bits * 256n + BigInt(part), 0n) }
}

/** RFC 4291 section 2.2: eight groups, one `::`, an IPv4 tail. */
export function parseIpv6(text: string): Address | undefined {
  const halves = withoutIpv4Tail(text)?.split('::') ?? []
  if (halves.length === 0 || halves.length > 2) return undefined
  const [head = [], tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const given = head.length + (tail?.length ?? 0)
  if (tail === undefined ? given !== 8 : given > 7) return undefined
  const groups = [...head, ...Array.from({ length: 8 - given }, () => '0'), ...(tail ?? [])]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return { version: 6, bits: groups.reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n) }
}

function withoutIpv4Tail(text: string): string | undefined {
  const tail = text.slice(text.lastIndexOf(':') + 1)
  if (!tail.includes('.')) return text.includes(':') ? text : undefined
  const found = parseIpv4(tail)
  if (found === undefined || !text.includes(':')) return undefined
  const high = (found.bits >> 16n).toString(16)
  return `${text.slice(0, text.length - tail.length)}${high}:${(found.bits & 0xffffn).toString(16)}`
}

/** A range: the bits that its addresses begin with, and how many follow. */
type Range = { readonly version: 4 | 6; readonly bits: bigint; readonly shift: bigint }

/** A range in CIDR form; a bare address is a range of one. */
export function parseRange(cidr: string): Range | undefined {
  const [network = '', length, ...more] = cidr.split('/')
  const base = parseAddress(network)
  if (base === undefined || more.length > 0) return undefined
  const width = base.version === 4 ? 32 : 128
  const prefix = length === undefined ? width : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN
  if (!(prefix <= width)) return undefined
  const shift = BigInt(width - prefix)
  return { version: base.version, bits: base.bits >> shift, shift }
}

/** Whether the address lies in a range in CIDR form. */
export function inSubnet(address: Address, cidr: string): boolean {
  const range = parseRange(cidr)
  return range?.version === address.version && address.bits >> range.shift === range.bits
}

const inAny = (address: Address | undefined, blocks: readonly string[]): boolean =>
  address !== undefined && blocks.some((block) => inSubnet(address, block))

/** RFC 1918, and RFC 4193 for version 6. */
export const isPrivate = (address: Address | undefined): boolean =>
  inAny(address, ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'])

export const isReserved = (address: Address | undefined): boolean => inAny(address, ['240.0.0.0/4'])

/** Loopback, link-local and unspecified: on no public network either. */
export const isSpecial = (address: Address | undefined): boolean =>
  inAny(address, ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '::/128', '::1/128', 'fe80::/10'])
