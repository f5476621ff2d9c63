import { describe, expect, it } from 'vitest'
import { splitDeck } from '../../../src/build/slides/split.ts'

const bodies = (source: string): readonly string[] => splitDeck(source).slides.map((slide) => slide.body.text.trim())

describe('where a deck parts', () => {
  it('makes no slide of the front matter', () => {
    const { frontMatter, slides } = splitDeck('---\ntitle: AWS 10\n---\n\n# One\n')
    expect(frontMatter).toEqual({ text: 'title: AWS 10', firstLine: 2 })
    expect(slides.map((slide) => slide.body.text.trim())).toEqual(['# One'])
  })

  it('does not part at --- inside a fence, whatever its marks and length', () => {
    expect(bodies('# One\n\n```yaml\na: 1\n---\nb: 2\n```\n\n---\n\n# Two\n')).toEqual(['# One\n\n```yaml\na: 1\n---\nb: 2\n```', '# Two'])
    expect(bodies('~~~\n---\n```\n---\n~~~\n---\n# Two')).toEqual(['~~~\n---\n```\n---\n~~~', '# Two'])
    expect(bodies('````md\n```\n---\n```\n````\n---\n# Two')).toEqual(['````md\n```\n---\n```\n````', '# Two'])
  })

  it('does not part inside a comment', () => {
    expect(bodies('# One\n<!--\n---\n-->\n---\n# Two')).toEqual(['# One\n<!--\n---\n-->', '# Two'])
  })

  it('parts at a separator with trailing blanks, and so keeps the next slide out of the notes', () => {
    const { slides } = splitDeck('# One\n\nNotes:\nsay this\n\n--- \t\n\n# Two\n')
    expect(slides.map((slide) => [slide.body.text.trim(), slide.notes?.text.trim()])).toEqual([
      ['# One', 'say this'],
      ['# Two', undefined],
    ])
  })

  it('parts a file with CRLF, or with a byte order mark, in the same way', () => {
    const unix = '---\ntitle: T\n---\n# One\n\nNotes: a\n\n---\n\n# Two\n'
    expect(splitDeck(unix.replaceAll('\n', '\r\n'))).toEqual(splitDeck(unix))
    expect(splitDeck(`\uFEFF${unix}`)).toEqual(splitDeck(unix))
  })

  it('knows on which line each slide and each piece begins', () => {
    const { slides } = splitDeck('---\ntitle: T\n---\n\n# One\n\n---\n\n# Two\n\nNotes:\nsay\n')
    expect(slides.map((slide) => [slide.line, slide.body.firstLine, slide.notes?.firstLine])).toEqual([
      [5, 4, undefined],
      [9, 8, 11],
    ])
  })

  it('says where a fence, a comment or the front matter is left open', () => {
    expect(splitDeck('# One\n\n```yaml\na: 1\n').problems).toEqual([{ line: 3, message: 'the fence has no end: expected a line "```"' }])
    expect(splitDeck('# One\n<!-- so\n').problems).toEqual([{ line: 2, message: 'the comment has no end: expected "-->"' }])
    expect(splitDeck('---\ntitle: T\n').problems).toEqual([{ line: 1, message: 'the front matter has no end: expected a line "---"' }])
  })
})

describe('notes', () => {
  it('keeps a body line that begins with Note: on the slide, and the notes off it', () => {
    const { slides } = splitDeck('# One\n\nNote: batteries not included\n\nNotes:\n\nthe secret\n')
    expect(slides[0]?.body.text).toContain('Note: batteries not included')
    expect(slides[0]?.body.text).not.toContain('the secret')
    expect(slides[0]?.notes?.text.trim()).toBe('the secret')
  })

  it('takes text on the same line, in any case', () => {
    expect(splitDeck('# One\n\nnotes: say this\nand that').slides[0]?.notes?.text).toBe('say this\nand that')
  })

  it('does not begin in a fence', () => {
    expect(splitDeck('# One\n```text\nNotes: no\n```\n').slides[0]?.notes).toBeUndefined()
  })

  it('begin once', () => {
    expect(splitDeck('# One\nNotes:\na\nNotes:\nb\n').problems).toEqual([
      { line: 4, message: 'the notes have begun already: a slide has one "Notes:"' },
    ])
  })
})

describe('attributes', () => {
  it('takes double and single quotes alike, several comments, and leaves none of them in the body', () => {
    const { slides, problems } = splitDeck(`<!-- .slide: id="a" minutes='2' -->\n<!-- .slide: audience="generation" -->\n# One\n`)
    expect(problems).toEqual([])
    expect(slides[0]?.attributes).toEqual({
      id: { value: 'a', line: 1 },
      minutes: { value: '2', line: 1 },
      audience: { value: 'generation', line: 2 },
    })
    expect(slides[0]?.body.text.trim()).toBe('# One')
  })

  it('refuses what reveal would drop in silence', () => {
    const { problems } = splitDeck(
      '<!-- .slide: id="a" minutes=2 -->\n# One\n\ntext<!-- .element: class="x" -->\n<!-- .slid: id="b" -->\n<!-- .slide: id="c" -->\n',
    )
    expect(problems).toEqual([
      { line: 1, message: 'expected name="value", found "minutes=2"' },
      { line: 4, message: 'no ".element" here: a slide has attributes in ".slide", its parts have none' },
      { line: 5, message: 'unknown comment ".slid"; did you mean ".slide"?' },
      { line: 6, message: 'the attribute "id" stands here twice' },
    ])
  })
})
