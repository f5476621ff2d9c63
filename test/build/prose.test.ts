import { expect, test } from 'vitest'
import { plainText, toProse } from '../../src/build/prose.ts'

test('reads paragraphs, lists, tables, links and code', () => {
  const { prose, problems } = toProse(
    'Say *who* and `what`, see [the slide](#/slides/a/b).\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  )
  expect(problems).toEqual([])
  expect(prose.map((block) => block.kind)).toEqual(['paragraph', 'list', 'table'])
  expect(prose[0]).toEqual({
    kind: 'paragraph',
    children: [
      { kind: 'text', text: 'Say ' },
      { kind: 'emphasis', children: [{ kind: 'text', text: 'who' }] },
      { kind: 'text', text: ' and ' },
      { kind: 'code', text: 'what' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', url: '#/slides/a/b', children: [{ kind: 'text', text: 'the slide' }] },
      { kind: 'text', text: '.' },
    ],
  })
})

test('colours code whose language it knows, and loses no character', () => {
  const source = 'def add(a):\n    return a + 1  # one'
  const { prose } = toProse(`\`\`\`python\n${source}\n\`\`\`\n`)
  const [block] = prose
  if (block?.kind !== 'code') throw new Error('expected code')
  expect(block.tokens?.map((token) => token.text).join('')).toBe(source)
  expect(block.tokens).toContainEqual({ text: 'def', style: 'keyword' })
  expect(block.tokens).toContainEqual({ text: '# one', style: 'comment' })
})

test('refuses HTML, with the line of the file', () => {
  const { prose, problems } = toProse('one\n\n<b onclick="x()">two</b>\n', { firstLine: 10 })
  expect(problems[0]).toMatchObject({ line: 12 })
  expect(problems[0]?.message).toContain('HTML is not passed on')
  expect(JSON.stringify(prose)).not.toContain('onclick')
})

test('hands comments over and draws none of them', () => {
  const comments: [string, number][] = []
  const { prose, problems } = toProse('one\n\n<!-- .slide: id="a" -->\n\ntwo', {
    onComment: (text, line) => void comments.push([text, line]),
  })
  expect(problems).toEqual([])
  expect(comments).toEqual([['.slide: id="a"', 3]])
  expect(plainText(prose)).toBe('one\ntwo')
})

test('a picture needs a description, a link no script', () => {
  expect(toProse('![](a.svg)').problems[0]?.message).toContain('needs a description')
  expect(toProse('[x](javascript:alert(1))').problems[0]?.message).toBe('cannot link to "javascript:" addresses')
})
