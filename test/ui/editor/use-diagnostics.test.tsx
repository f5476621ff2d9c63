// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { insights } from '#languages/insights/index.ts'
import { useDiagnostics } from '#ui/editor/use-diagnostics.ts'

it('tells the first fifty of thousands of problems', () => {
  const text = 'nonsense here\n| '.repeat(500)
  expect(insights.diagnose(text).length).toBeGreaterThan(50)
  const { result } = renderHook(() => useDiagnostics(insights, text))
  expect(result.current).toEqual(insights.diagnose(text).slice(0, 50))
})
