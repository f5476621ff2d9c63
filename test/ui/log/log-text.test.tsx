// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { LogText } from '#ui/log/LogText.tsx'
import { breakablePieces } from '#ui/log/breakable.ts'
import { markedPieces } from '#ui/log/marked-pieces.ts'
import { prettyJson } from '#ui/log/pretty-json.ts'
import { visiblePieces } from '#ui/log/visible-text.ts'

afterEach(cleanup)

describe('text out of a log', () => {
  it('shows HTML and script as text', () => {
    const { container } = render(<LogText text={'<img src=x onerror="alert(1)"><script>alert(2)</script>'} />)
    expect(container.textContent).toBe('<img src=x onerror="alert(1)"><script>alert(2)</script>')
    expect(container.querySelector('img, script')).toBeNull()
  })

  it('marks the matched pieces and nothing else', () => {
    const { container } = render(<LogText text='{"statusCode":500,"ms":500}' marks={[{ from: 14, to: 17 }]} />)
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['500'])
    expect(container.textContent).toBe('{"statusCode":500,"ms":500}')
  })

  it('folds a line of 100 kB until asked', async () => {
    const line = 'x'.repeat(100_000)
    const { container } = render(<LogText text={line} />)
    expect(container.textContent?.length).toBeLessThan(5000)
    await userEvent.click(screen.getByRole('button', { name: 'show all 100 kB' }))
    expect(container.textContent).toBe(line)
  })

  it('names what cannot be seen', () => {
    expect(visiblePieces('a\u0000b\u001b[31m\u202e\tc\n')).toEqual([
      { text: 'a', isNamed: false },
      { text: '\u2400', isNamed: true },
      { text: 'b', isNamed: false },
      { text: '\u241b', isNamed: true },
      { text: '[31m', isNamed: false },
      { text: 'U+202E', isNamed: true },
      { text: '\tc\n', isNamed: false },
    ])
  })

  it('joins marks that touch or overlap and cuts those that reach out', () => {
    const ranges = [
      { from: 2, to: 4 },
      { from: 0, to: 1 },
      { from: 3, to: 5 },
      { from: 5, to: 5 },
      { from: 7, to: 99 },
    ]
    expect(markedPieces('abcdefgh', ranges)).toEqual([
      { from: 0, text: 'a', isMarked: true },
      { from: 1, text: 'b', isMarked: false },
      { from: 2, text: 'cde', isMarked: true },
      { from: 5, text: 'fg', isMarked: false },
      { from: 7, text: 'h', isMarked: true },
    ])
  })

  it('keeps a time whole and lets a line end behind a comma', () => {
    const pieces = breakablePieces('{"t":"2026-03-04T09:00:00.184Z","a":1,"b":2}')
    expect(pieces.map((piece) => piece.text)).toEqual(['{"t":"', '2026-03-04T09:00:00.184Z', '",', '"a":1,', '"b":2}'])
    expect(pieces.filter((piece) => piece.isWhole)).toHaveLength(1)
  })

  it('spreads JSON over lines, behind what stands before it too', () => {
    expect(prettyJson('INFO {"a":{"b":1}}')).toBe('INFO {\n  "a": {\n    "b": 1\n  }\n}')
    expect(prettyJson('[INFO] read {"a":1}')).toBe('[INFO] read {\n  "a": 1\n}')
    expect(prettyJson('[broken')).toBeUndefined()
    expect(prettyJson('plain')).toBeUndefined()
  })
})
