import { useState, type ReactNode } from 'react'
import { vi } from 'vitest'
import type { ConsoleProps, ConsoleQuery } from '#ui/console/console-props.ts'
import { BASE, type TestCloud } from './cloud.tsx'

/** What jsdom has not, and every browser has. */
export function stubBrowser(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('coarse'),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  vi.stubGlobal('scrollTo', () => undefined)
}

type Place = { readonly path: string; readonly query: string }

type HeldConsoleProps = {
  readonly Console: (props: ConsoleProps) => ReactNode
  readonly cloud: TestCloud
  readonly start: Place
}

/** The console with somebody who keeps its address. */
export function HeldConsole({ Console, cloud, start }: HeldConsoleProps) {
  const [place, setPlace] = useState(start)
  const { account, range, now } = cloud.world
  const write = (before: string, change: ConsoleQuery): string => {
    const query = new URLSearchParams(before)
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined) query.delete(name)
      else query.set(name, value)
    }
    return query.toString()
  }
  const props: ConsoleProps = {
    transport: cloud.transport,
    base: BASE,
    account,
    whose: 'A world of its own',
    isKept: false,
    range,
    now,
    path: place.path,
    query: new URLSearchParams(place.query),
    onQueryChange: (change) => setPlace((before) => ({ ...before, query: write(before.query, change) })),
    href: (path, query = {}) => `#/consoles/${path}?${write('', query)}`,
    go: (path, query = {}) => setPlace({ path, query: write('', query) }),
  }
  return (
    <>
      <Console {...props} />
      <output data-testid="place">{`${place.path}?${place.query}`}</output>
    </>
  )
}
