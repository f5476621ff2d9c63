import { withMember } from '../line/json-text.ts'
import { hasFixedShape } from '../line/line-field.ts'
import type { Mutator } from './mutator.ts'
import { rewriteSome } from './some.ts'

const phrases = ['café à Whitby ☕', 'Grüße aus Łódź – 3 × Tee', '注文 完了 👩‍🍳', 'piñata “naïve”']

export const nonAscii: Mutator = {
  name: 'non-ascii',
  says: 'a fifth of the application’s lines carry accents, other scripts and emoji',
  change: (log, _argument, random) =>
    rewriteSome(log, random, 20, (message) => {
      const phrase = random.pick(phrases)
      if (hasFixedShape(message)) return undefined
      return withMember(message, 'note', phrase) ?? `${message.trimEnd()} ${phrase}${message.slice(message.trimEnd().length)}`
    }),
}
