import type { Diagnostic } from '#lib/text/diagnostic.ts'

const pasted: Readonly<Record<string, string>> = {
  '\u201c': 'a curly quote, where the language wants a straight one: "',
  '\u201d': 'a curly quote, where the language wants a straight one: "',
  '\u201e': 'a low quote, where the language wants a straight one: "',
  '\u2018': "a curly quote, where the language wants a straight one: '",
  '\u2019': "a curly quote, where the language wants a straight one: '",
  '\u2013': 'a long dash, where the language wants a minus: -',
  '\u2014': 'a long dash, where the language wants a minus: -',
  '\u2212': 'a typographic minus, where the language wants the one on the keyboard: -',
  '\u2026': 'one character that looks like three dots: ...',
  '\u00a0': 'a no-break space, where the language wants a plain one',
  '\u202f': 'a narrow no-break space, where the language wants a plain one',
  '\u200b': 'a character without width; delete it and type the space again',
}

/** Quotes, dashes and spaces that come along when text is copied from slides or chats. */
export function pastedCharacters(text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    const what = pasted[character]
    if (what === undefined) continue
    const message = `this is ${what}`
    found.push({
      from: at,
      to: at + 1,
      severity: 'error',
      code: 'grading/pasted-character',
      message,
      hint: 'slides and chats replace characters when they are copied; type it again',
    })
  }
  return found
}
