import { describe, expect, it } from 'vitest'
import { readSvg } from '../../../src/build/slides/svg.ts'

const wrap = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20">\n${inside}\n</svg>`
const problems = (inside: string): readonly string[] => readSvg(wrap(inside)).problems.map(({ line, message }) => `${line}: ${message}`)

describe('a picture of ours', () => {
  it('becomes elements, with its words decoded', () => {
    const { drawing, problems: none } = readSvg(wrap('<!-- two --><g class="box soft"><text x="1">a &amp; b</text><path d="M0 0"/></g>'))
    expect(none).toEqual([])
    expect(drawing).toEqual({
      tag: 'svg',
      attributes: { viewBox: '0 0 10 20' },
      children: [
        {
          tag: 'g',
          attributes: { class: 'box soft' },
          children: [
            { tag: 'text', attributes: { x: '1' }, children: ['a & b'] },
            { tag: 'path', attributes: { d: 'M0 0' }, children: [] },
          ],
        },
      ],
    })
  })

  it.each([
    ['<script>alert(1)</script>', '2: unknown element "script"'],
    ['<path onload="x()" d=""/>', '2: unknown attribute "onload"'],
    ['<use href="https://elsewhere/x"/>', '2: a picture refers to nothing outside itself'],
    ['<path fill="url(https://elsewhere/x)" d=""/>', '2: a picture refers to nothing outside itself'],
    ['<rect class="bocks"/>', '2: unknown class "bocks"'],
    ['<rect class="bux"/>', '2: unknown class "bux"; did you mean "box"?'],
    ['<g>\n<path d=""/>', '4: expected </g>, found </svg>'],
  ])('refuses %s', (inside, expected) => {
    expect(problems(inside)).toContain(expected)
  })

  it('says its size in pixels of the slide', () => {
    expect(readSvg('<svg viewBox="0 0 1 x"></svg>').problems).toEqual([
      { line: 1, message: 'expected viewBox="0 0 WIDTH HEIGHT", in pixels of the slide' },
    ])
  })
})
