import { describe, expect, it } from 'vitest'
import { readDeck, type Beside } from '../../../src/build/slides/read-deck.ts'

const drawing = { tag: 'svg', attributes: { viewBox: '0 0 10 10' }, children: [] }
const beside: Beside = {
  picture: (source) => (source === 'img/a.svg' ? { drawing } : { drawing: undefined, problem: `cannot find the picture "${source}"` }),
  exercise: (id) => (id === 'insights/slowest-branch' ? { title: 'Which branch is slow?', minutes: 4 } : undefined),
  exerciseIds: () => ['insights/slowest-branch'],
}
const front = '---\ntitle: T\nminutes: 90\naudiences: {generation: Generation}\n---\n'
const read = (body: string) => readDeck('t', front + body, beside)
const problems = (body: string): readonly string[] => read(body).problems.map(({ line, message }) => `${line}: ${message}`)
const slide = (rest: string, attributes = 'id="a" minutes="1"'): string => `<!-- .slide: ${attributes} -->\n### Head\n\n${rest}\n`
const fence = (name: string, yaml: string): string => slide(`\`\`\`${name}\n${yaml}\n\`\`\``)

describe('a deck', () => {
  it('is read into typed slides', () => {
    const { deck, problems: none } = read(
      '<!-- .slide: id="top" -->\n# Title\n\n---\n<!-- .slide: id="part" module="Part" -->\n## A part\n\n---\n' +
        slide('Words.\n\n![What it shows](img/a.svg)\n\nNotes:\n\nSay it.', 'id="one" minutes="2.5" audience="generation"'),
    )
    expect(none).toEqual([])
    expect(deck).toMatchObject({ id: 't', title: 'T', minutes: 90, audiences: [{ id: 'generation', name: 'Generation' }] })
    expect(deck.slides.map(({ id, kind, module, minutes, layout }) => ({ id, kind, module, minutes, layout }))).toEqual([
      { id: 'top', kind: 'title', module: 'T', minutes: 0, layout: 'below' },
      { id: 'part', kind: 'section', module: 'Part', minutes: 0, layout: 'below' },
      { id: 'one', kind: 'content', module: 'Part', minutes: 2.5, layout: 'beside' },
    ])
    expect(deck.slides[2]).toMatchObject({
      audience: 'generation',
      title: 'Head',
      parts: [{ kind: 'prose' }, { kind: 'picture', description: 'What it shows', drawing }],
    })
    expect(deck.slides[2]?.notes).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: 'Say it.' }] }])
  })

  it('colours code when it is built', () => {
    const [part] = read(slide('```python\ndef f(): pass\n```')).deck.slides[0]?.parts ?? []
    if (part?.kind !== 'prose' || part.prose[0]?.kind !== 'code') throw new Error('expected code')
    expect(part.prose[0].tokens).toContainEqual({ text: 'def', style: 'keyword' })
  })

  it.each([
    [
      'an unknown attribute',
      slide('x', 'id="a" minuts="2"'),
      ['6: unknown attribute "minuts"; did you mean "minutes"?', '6: a teaching slide needs its minutes: minutes="2"'],
    ],
    [
      "the source's own audience attribute",
      slide('x', 'id="a" minutes="1" data-only="generation"'),
      ['6: unknown attribute "data-only"; did you mean "audience"?'],
    ],
    [
      'an unknown audience',
      slide('x', 'id="a" minutes="1" audience="generatoin"'),
      ['6: unknown audience "generatoin"; did you mean "generation"?'],
    ],
    ['an unknown layout', slide('x', 'id="a" minutes="1" layout="besides"'), ['6: unknown layout "besides"; did you mean "beside"?']],
    ['no id', slide('x', 'minutes="1"'), ['6: the slide needs an id: <!-- .slide: id="why-we-watch" minutes="2" -->']],
    [
      'an id that is no link',
      slide('x', 'id="Why we" minutes="1"'),
      ['6: expected an id of small letters, digits and hyphens, found "Why we"'],
    ],
    ['minutes that are none', slide('x', 'id="a" minutes="two"'), ['6: expected minutes, found "two"']],
    ['an id twice', `${slide('x')}\n---\n${slide('y')}`, ['12: the id "a" is taken by the slide on line 6']],
    [
      'no heading',
      '<!-- .slide: id="a" minutes="1" -->\nwords\n',
      ['6: expected a heading first: one sentence that says the idea of the slide'],
    ],
    ['a second heading', slide('### Again'), ['9: a slide has one heading: begin another slide with "---"']],
    ['too many words', slide('word '.repeat(40)), ['6: the slide has 41 words; at most 40 can be read from the back row']],
    ['a missing picture', slide('![x](img/b.svg)'), ['9: cannot find the picture "img/b.svg"']],
    ['HTML', slide('<b>x</b>'), ['9: HTML is not passed on: "<b>"; write Markdown', '9: HTML is not passed on: "</b>"; write Markdown']],
    ['an unknown fence', fence('livee', 'pane: logs'), ['9: unknown fence "livee"; did you mean "live"?']],
  ])('names the line and the mistake: %s', (_name, body, expected) => {
    expect(problems(body)).toEqual(expected)
  })

  it('wants its front matter', () => {
    expect(readDeck('t', '# One\n', beside).problems[0]).toEqual({
      line: 1,
      message: 'expected front matter with title and minutes between two lines "---"',
    })
    expect(readDeck('t', '---\ntitel: T\nminutes: 90\n---\n<!-- .slide: id="a" -->\n# One\n', beside).problems).toEqual([
      { line: 2, message: 'unknown key in the front matter "titel"; did you mean "title"?' },
      { line: 2, message: 'the front matter needs "title"' },
    ])
  })
})

const world = 'world: {scenario: practice, groups: [/aws/lambda/practice]}'

describe('blocks', () => {
  it('shades of an alarm slide only the faults that are incidents', () => {
    const { deck, problems } = read(
      fence(
        'live',
        'pane: alarm\nworld: {scenario: pipeline, window: 6h, with: {from: "20:00"}, groups: [], faults: {slow-file: {at: "21:40", for: 1m, incident: no}, queueing: {at: "23:10", for: 20m}}}\n' +
          'alarm: {Namespace: AWS/Lambda, MetricName: Errors, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: GreaterThanThreshold}\n' +
          'steps: [{alarm: {}}]',
      ),
    )
    expect(problems).toEqual([])
    const [live] = deck.slides[0]?.parts ?? []
    expect(live).toMatchObject({ kind: 'live', incidents: [{}], world: { faults: { 'slow-file': { at: '21:40', for: '1m' } } } })
  })

  it('reads a live pane with its world, own lines and steps', () => {
    const { deck, problems: none } = read(
      fence(
        'live',
        `pane: logs\n${world}\nlines: |\n  one\n    two\n  three\\tfour\nsteps:\n  - query: "500"\n  - {ask: How many?, options: [3, 12, 40], answer: 2}\n  - query: "{ $.a = 1 }"`,
      ),
    )
    expect(none).toEqual([])
    expect(deck.slides[0]?.parts).toEqual([
      {
        kind: 'live',
        incidents: [],
        pane: 'logs',
        world: {
          scenario: 'practice',
          seed: 1,
          groups: ['/aws/lambda/practice'],
          lines: [
            { group: '/aws/lambda/practice', message: 'one\ntwo' },
            { group: '/aws/lambda/practice', message: 'three\tfour' },
          ],
        },
        steps: [
          { kind: 'query', text: '500' },
          { kind: 'ask', question: 'How many?', options: ['3', '12', '40'], answer: 1 },
          { kind: 'query', text: '{ $.a = 1 }' },
        ],
      },
    ])
  })

  it('reads polls, timers and exercises', () => {
    const { deck, problems: none } = read(
      slide('```poll\nquestion: Ready?\nchoices: 5\n```\n\n```timer\nminutes: 30\n```\n\n```exercise\nid: insights/slowest-branch\n```'),
    )
    expect(none).toEqual([])
    expect(deck.slides[0]?.parts).toMatchObject([
      { kind: 'poll', question: 'Ready?', faces: true, options: { length: 5 } },
      { kind: 'timer', minutes: 30 },
      { kind: 'exercise', id: 'insights/slowest-branch', title: 'Which branch is slow?', minutes: 4 },
    ])
  })

  it.each([
    [
      'an unknown key',
      fence('timer', 'minute: 30'),
      ['10: unknown key in a timer "minute"; did you mean "minutes"?', '10: a timer needs "minutes"'],
    ],
    ['a missing key', fence('live', `pane: logs\nsteps: [{query: a}]`), ['10: a live block needs "world"']],
    ['an unknown pane', fence('live', `pane: log\n${world}\nsteps: [{query: a}]`), ['10: unknown pane "log"; did you mean "logs"?']],
    [
      'an unknown scenario',
      fence('live', `pane: logs\nworld: {scenario: practise}\nsteps: [{query: a}]`),
      ['11: unknown scenario "practise"; did you mean "practice"?'],
    ],
    [
      'an unknown key of the world',
      fence('live', `pane: logs\nworld: {scenario: practice, sise: 3}\nsteps: [{query: a}]`),
      ['11: unknown key in world "sise"; did you mean "size"?'],
    ],
    [
      'an unknown step',
      fence('live', `pane: logs\n${world}\nsteps: [{qeury: a}]`),
      ['12: unknown key in step 1 "qeury"; did you mean "query"?', '12: step 1 needs "query" or "ask"'],
    ],
    [
      'a step that looks at a group the slide has not',
      fence('live', `pane: logs\n${world}\nsteps: [{query: a, group: /aws/lambda/practise}]`),
      ['12: the world shows no group "/aws/lambda/practise", only /aws/lambda/practice'],
    ],
    [
      'a question without options',
      fence('live', `pane: logs\n${world}\nsteps: [{ask: What?}]`),
      ['12: step 1 asks something and needs "options": from 2 to 9 of them'],
    ],
    [
      'an answer that is no option',
      fence('live', `pane: logs\n${world}\nsteps: [{ask: What?, options: [a, b], answer: 3}]`),
      ['12: expected the number of an option, 1 to 2, as the answer of step 1'],
    ],
    [
      'a query that YAML reads as something else',
      fence('live', `pane: logs\n${world}\nsteps: [{query: 500}]`),
      ['12: expected a text for "query", found 500: quote it'],
    ],
    [
      'a pattern in braces without quotes',
      fence('live', `pane: logs\n${world}\nsteps:\n  - query: { $.a = 1 }`),
      ['13: expected a value for "query", found a map: quote it, if it is a text'],
    ],
    [
      'a step in the middle of a list, on its own line',
      fence('live', `pane: logs\n${world}\nsteps:\n  - query: a\n  - ask: What?\n    options: [a, b]\n    anwser: 1`),
      ['16: unknown key in step 2 "anwser"; did you mean "answer"?'],
    ],
    [
      'a fault with a misspelt option',
      fence('live', `pane: logs\nworld:\n  scenario: shop\n  faults: {bad-deploy: soon}\nsteps: [{query: a}]`),
      ['13: expected a map for the fault "bad-deploy", such as {at: "21:40"}'],
    ],
    [
      'an unknown exercise',
      fence('exercise', 'id: insights/slowest-brunch'),
      ['10: unknown exercise "insights/slowest-brunch"; did you mean "insights/slowest-branch"?'],
    ],
    [
      'two panes',
      slide(
        `\`\`\`live\npane: logs\n${world}\nsteps: [{query: a}]\n\`\`\`\n\n\`\`\`live\npane: logs\n${world}\nsteps: [{query: a}]\n\`\`\``,
      ),
      ['6: a slide has one live pane'],
    ],
  ])('names the line and the mistake: %s', (_name, body, expected) => {
    expect(problems(body)).toEqual(expected)
  })

  it('tells who wrote broken YAML where it breaks and what to quote', () => {
    const [first] = problems(fence('poll', 'question: a: b\nchoices: 5'))
    expect(first).toMatch(/^10: quote it: a text that holds ": "/)
  })
})
