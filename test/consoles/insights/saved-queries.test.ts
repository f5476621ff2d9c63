import { expect, test } from 'vitest'
import { nameIn, placeOf } from '#consoles/insights/console/saved/saved-queries.ts'

test.each([
  ['failures', '', 'failures'],
  ['night/failures', 'night', 'failures'],
  ['a/b/c', 'a/b', 'c'],
])('%s lies in "%s" as %s', (full, folder, name) => {
  expect(placeOf(full)).toEqual({ folder, name })
  expect(nameIn(folder, name)).toBe(full)
})

test('a folder typed with slashes and blanks around it is the same folder', () => {
  expect(nameIn(' /night/ ', ' failures ')).toBe('night/failures')
})
