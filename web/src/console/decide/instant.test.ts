import { expect, it } from 'vitest'
import { instantOf } from './instant'

it('a local time is the city’s', () => {
  expect(instantOf('2026-03-03T14:30')).toBe('2026-03-03T06:30:00.000Z')
  expect(instantOf('')).toBeNull()
  expect(instantOf('2026-13-40T99:99')).toBeNull()
})
