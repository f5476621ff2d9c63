import { expect, test } from 'vitest'
import { wordsOf } from '#grading/redaction/words.ts'
import { withWords } from '#workbook/exercise/workspace/redact/marked-words.ts'

const lines = ['card 4111 1111 for Anna', 'mail=anna@example.com, id=7']
const words = lines.map(wordsOf)

test('a word is letters and figures with what joins them', () => {
  const texts = lines.map((line, at) => words[at]?.map(({ from, to }) => line.slice(from, to)))
  expect(texts).toEqual([
    ['card', '4111', '1111', 'for', 'Anna'],
    ['mail', 'anna@example.com', 'id', '7'],
  ])
})

test('words side by side are one mark, whichever was marked first', () => {
  const one = withWords(words, [], { line: 0, word: 2 }, { line: 0, word: 2 }, true)
  expect(withWords(words, one, { line: 0, word: 1 }, { line: 0, word: 1 }, true)).toEqual([{ line: 0, from: 5, to: 14 }])
})

test('taking a word out of the middle leaves two marks, and a stroke may go over lines and backwards', () => {
  const all = withWords(words, [], { line: 1, word: 1 }, { line: 0, word: 1 }, true)
  expect(all).toEqual([
    { line: 0, from: 5, to: 23 },
    { line: 1, from: 0, to: 21 },
  ])
  expect(withWords(words, all, { line: 0, word: 3 }, { line: 0, word: 3 }, false)).toEqual([
    { line: 0, from: 5, to: 14 },
    { line: 0, from: 19, to: 23 },
    { line: 1, from: 0, to: 21 },
  ])
})
