// AWS: CWL_QuerySyntax-operations-functions, "IP address functions"
import type { ScalarEntry, Value } from '../function-entry.ts'
import { parameter, scalar } from './define.ts'
import { inSubnet, isPrivate, isReserved, isSpecial, parseAddress, parseIpv4, parseIpv6 } from './values/ip-address.ts'
import { textOf } from './values/coercion.ts'

const address = parameter('address', 'string', 'an IP address')

function ofAddress(
  name: string,
  says: string,
  samples: readonly (readonly [string, '1' | '0'])[],
  ask: (text: string) => boolean,
): ScalarEntry {
  return scalar({
    name,
    group: 'ip',
    parameters: [address],
    gives: 'boolean',
    says,
    examples: samples.map(([text, gives]) => ({ query: `fields ${name}("${text}")`, gives: [gives] })),
    evaluate: ([value]) => ask(textOf(value) ?? ''),
  })
}

type Family = (text: string) => ReturnType<typeof parseAddress>

function ofSubnet(name: string, says: string, example: string, family: Family): ScalarEntry {
  return scalar({
    name,
    group: 'ip',
    parameters: [address, parameter('subnet', 'string', 'a range in CIDR form: "192.0.2.0/24"')],
    gives: 'boolean',
    says,
    examples: [{ query: `fields ${name}(${example})`, gives: ['1'] }],
    evaluate: ([value, subnet]) => {
      const found = family(textOf(value) ?? '')
      return found !== undefined && inSubnet(found, textOf(subnet) ?? '')
    },
  })
}

export const ipFunctions: readonly ScalarEntry[] = [
  ofAddress(
    'isValidIp',
    '1 where the text is an IP address of either version.',
    [
      ['2001:db8::1', '1'],
      ['999.1.1.1', '0'],
    ],
    (text) => parseAddress(text) !== undefined,
  ),
  ofAddress(
    'isValidIpV4',
    '1 where the text is an IP address of version 4.',
    [['192.0.2.1', '1']],
    (text) => parseIpv4(text) !== undefined,
  ),
  ofAddress(
    'isValidIpV6',
    '1 where the text is an IP address of version 6.',
    [['2001:db8::1', '1']],
    (text) => parseIpv6(text) !== undefined,
  ),
  ofSubnet('isIpInSubnet', '1 where the address lies in the range.', '"192.0.2.77", "192.0.2.0/24"', parseAddress),
  ofSubnet('isIpv4InSubnet', '1 where the version 4 address lies in the range.', '"192.0.2.77", "192.0.2.0/24"', parseIpv4),
  ofSubnet('isIpv6InSubnet', '1 where the version 6 address lies in the range.', '"2001:db8::9", "2001:db8::/32"', parseIpv6),
  ofAddress(
    'isPrivateIP',
    '1 for an address of a private network (10/8, 172.16/12, 192.168/16).',
    [
      ['10.1.2.3', '1'],
      ['8.8.8.8', '0'],
    ],
    (text) => isPrivate(parseAddress(text)),
  ),
  ofAddress(
    'isPublicIP',
    '1 for a valid address that is neither private nor reserved.',
    [
      ['8.8.8.8', '1'],
      ['192.168.4.4', '0'],
    ],
    (text) => {
      const found = parseAddress(text)
      return found !== undefined && !isPrivate(found) && !isReserved(found) && !isSpecial(found)
    },
  ),
  ofAddress(
    'isReservedIP',
    '1 for an address of the reserved block 240.0.0.0/4.',
    [
      ['240.0.0.1', '1'],
      ['8.8.8.8', '0'],
    ],
    (text) => isReserved(parseAddress(text)),
  ),
  scalar({
    name: 'ipv4ToNumber',
    group: 'ip',
    parameters: [address],
    gives: 'number',
    says: 'The version 4 address as one number.',
    examples: [
      { query: 'fields ipv4ToNumber("10.0.0.1")', gives: ['167772161'] },
      { query: 'fields ipv4ToNumber("10.0.0")', gives: [null] },
    ],
    evaluate: ([value]): Value => {
      const found = parseIpv4(textOf(value) ?? '')
      return found === undefined ? null : Number(found.bits)
    },
  }),
]
