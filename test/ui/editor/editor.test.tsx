// @vitest-environment jsdom
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { filterPattern } from '#languages/filter-pattern/index.ts'
import type { Diagnostic } from '#lib/text/diagnostic.ts'
import { Editor } from '#ui/editor/Editor.tsx'
import type { EditorHandle } from '#ui/editor/editor-props.ts'
import { editorPieces, positionOf } from '#ui/editor/highlight.ts'
import { nextProblem } from '#ui/editor/next-problem.ts'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'

configure({ asyncUtilTimeout: 30_000 })
afterEach(cleanup)

const problem = (from: number, to: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  from,
  to,
  severity: 'error',
  code: 'test/wrong',
  message: 'wrong',
  ...more,
})

type FieldProps = {
  readonly start: string
  readonly given?: readonly Diagnostic[]
  readonly isSingleLine?: boolean
  onRun?(): void
  onCheck?(): void
  readonly onHandle?: (handle: EditorHandle | null) => void
}

function Field({ start, given = [], onHandle, ...props }: FieldProps) {
  const [value, setValue] = useState(start)
  const diagnostics = useDiagnostics(filterPattern, value, given)
  return (
    <Editor
      {...props}
      ref={onHandle}
      language={filterPattern}
      label="Pattern"
      value={value}
      onChange={setValue}
      diagnostics={diagnostics}
    />
  )
}

const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Pattern' })

describe('the plain editor', () => {
  it('shows the text in coloured pieces that together are the text', () => {
    const text = '{ $.a = 500 }'
    const pieces = editorPieces(text, filterPattern.tokens(text), [problem(8, 11)])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.find((piece) => piece.text === '500')).toMatchObject({ style: 'number', severity: 'error' })
  })

  it('underlines one character where something is missing', () => {
    expect(editorPieces('abc', [], [problem(3, 3)]).at(-1)).toMatchObject({ text: 'c', severity: 'error' })
    expect(editorPieces('abc', [], [problem(1, 1)])[1]).toMatchObject({ text: 'b', severity: 'error' })
    expect(editorPieces('', [], [problem(0, 0)])).toEqual([])
  })

  it('lists problems with their place and hint, and goes there', async () => {
    render(<Field start="one two" given={[problem(4, 7, { message: 'unknown word "two"', hint: 'did you mean "too"?' })]} />)
    expect(screen.getByText('unknown word "two"')).toBeDefined()
    expect(screen.getByText('did you mean "too"?')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Go to character 5' }))
    expect([area().selectionStart, area().selectionEnd]).toEqual([4, 4])
  })

  it('drops what somebody else said at the first key', async () => {
    render(<Field start="one" given={[problem(0, 3)]} />)
    await userEvent.type(area(), 'x')
    expect(screen.queryByRole('list', { name: 'Problems' })).toBeNull()
  })

  it('tells of a new problem once the keys rest', async () => {
    render(<Field start="" />)
    await userEvent.type(area(), '"half')
    expect(screen.queryByRole('list', { name: 'Problems' })).toBeNull()
    expect(await screen.findByRole('list', { name: 'Problems' })).toBeDefined()
  })

  it('walks the problems with F8, round the end', () => {
    const problems = [problem(6, 7), problem(0, 1)]
    expect(nextProblem(problems, 0, false)?.from).toBe(6)
    expect(nextProblem(problems, 6, false)?.from).toBe(0)
    expect(nextProblem(problems, 0, true)?.from).toBe(6)
    expect(nextProblem([], 0, false)).toBeUndefined()
  })

  it('runs and checks from the keyboard, and Enter runs one line', async () => {
    const done: string[] = []
    render(<Field start="a" isSingleLine onRun={() => done.push('run')} onCheck={() => done.push('check')} />)
    await userEvent.type(area(), '{Enter}{Control>}{Enter}{/Control}{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    expect(done).toEqual(['run', 'run', 'check'])
    expect(area().value).toBe('a')
  })

  it('lets Tab leave', async () => {
    render(<Field start="a" />)
    await userEvent.click(area())
    await userEvent.tab()
    expect(document.activeElement).not.toBe(area())
  })

  it('puts an inserted field where the caret is', async () => {
    let handle: EditorHandle | null = null
    render(<Field start="fields , b" onHandle={(given) => (handle = given)} />)
    area().setSelectionRange(7, 7)
    const found = handle as EditorHandle | null
    found?.insert('@message')
    expect(await screen.findByDisplayValue('fields @message, b')).toBeDefined()
  })

  it('counts lines and columns from one', () => {
    expect(positionOf('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
  })
})
