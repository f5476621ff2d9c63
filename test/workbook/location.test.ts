// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changeQuery, hrefTo, navigate, splitHash, useHashLocation, useHashQuery } from '#workbook/location.ts'

beforeEach(() => history.replaceState(null, '', '/course/#/'))
afterEach(() => history.replaceState(null, '', '/course/#/'))

describe('splitHash', () => {
  test.each([
    ['', '/', ''],
    ['#', '/', ''],
    ['#/', '/', ''],
    ['#/exercises/insights/fix', '/exercises/insights/fix', ''],
    ['#/logs?group=%2Faws%2Flambda%2Fload&tab=chart', '/logs', 'group=%2Faws%2Flambda%2Fload&tab=chart'],
    ['#logs?a=1', '/logs', 'a=1'],
    ['#/?a=1', '/', 'a=1'],
    ['#/logs?', '/logs', ''],
    ['#/logs?q=a?b', '/logs', 'q=a?b'],
  ])('%s', (hash, path, query) => {
    expect(splitHash(hash)).toEqual({ path, query })
  })
})

describe('changeQuery', () => {
  test('sets, replaces and takes out', () => {
    expect(changeQuery('tab=chart&group=a', { tab: 'steps', group: undefined, start: '1' })).toBe('tab=steps&start=1')
  })

  test('keeps what it does not name', () => {
    expect(changeQuery('account=123456789012', { tab: 'chart' })).toBe('account=123456789012&tab=chart')
  })
})

test('a link carries its query behind the path', () => {
  expect(hrefTo('/logs', { group: '/aws/lambda/load', tab: undefined })).toBe('#/logs?group=%2Faws%2Flambda%2Fload')
  expect(hrefTo('/logs')).toBe('#/logs')
})

describe('navigation', () => {
  test('the path is seen without the query, and the page’s own query stays empty', () => {
    const { result } = renderHook(() => useHashLocation())
    act(() => navigate('/logs?tab=chart'))
    expect(result.current[0]).toBe('/logs')
    expect(location.hash).toBe('#/logs?tab=chart')
    expect(location.search).toBe('')
  })

  test('going to another page is a step in the history', () => {
    const before = history.length
    act(() => navigate('/logs'))
    expect(history.length).toBe(before + 1)
  })

  test('a change of the query is no step in the history, and everybody hears it', () => {
    const first = renderHook(() => useHashQuery())
    const second = renderHook(() => useHashQuery())
    act(() => navigate('/logs?group=a'))
    const before = history.length
    act(() => first.result.current[1]({ tab: 'chart' }))
    expect(history.length).toBe(before)
    expect(location.hash).toBe('#/logs?group=a&tab=chart')
    expect(second.result.current[0].get('tab')).toBe('chart')
    expect(location.search).toBe('')
  })

  test('the back button is heard', () => {
    const { result } = renderHook(() => useHashLocation())
    act(() => navigate('/logs'))
    act(() => {
      history.replaceState(null, '', '#/slides/monitoring')
      dispatchEvent(new PopStateEvent('popstate'))
    })
    expect(result.current[0]).toBe('/slides/monitoring')
  })

  test('a change of the query alone leaves the path as it was', () => {
    const { result } = renderHook(() => useHashLocation())
    const query = renderHook(() => useHashQuery())
    act(() => navigate('/exercises/insights/fix'))
    act(() => query.result.current[1]({ drawing: '1' }))
    expect(result.current[0]).toBe('/exercises/insights/fix')
  })
})
