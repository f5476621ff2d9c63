// AWS: CWL_QuerySyntax-hash-functions
import type { ScalarEntry } from '../function-entry.ts'
import { parameter, scalar } from './define.ts'
import { md5, sha256 } from './values/digest.ts'
import { textOf } from './values/coercion.ts'

function digest(name: string, says: string, gives: string, apply: (text: string) => string): ScalarEntry {
  return scalar({
    name,
    group: 'hash',
    parameters: [parameter('text', 'string', 'the text to digest, as UTF-8')],
    gives: 'string',
    says,
    examples: [{ query: `fields ${name}("abc")`, gives: [gives] }],
    evaluate: ([value]) => {
      const text = textOf(value)
      return text === null ? null : apply(text)
    },
  })
}

export const hashFunctions: readonly ScalarEntry[] = [
  digest('md5', 'The MD5 digest in hexadecimal: equal texts have equal digests.', '900150983cd24fb0d6963f7d28e17f72', md5),
  digest(
    'sha256',
    'The SHA-256 digest in hexadecimal: equal texts have equal digests.',
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    sha256,
  ),
]
