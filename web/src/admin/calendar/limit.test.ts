import { expect, it } from 'vitest'
import { fromField, limitOf, split, toField } from './limit'

it.each([
  ['4wh', { value: 4, unit: 'wh' }],
  ['30um', { value: 30, unit: 'um' }],
  ['0wd', null],
  ['4', null],
  ['4h', null],
])('limit %s', (text, limit) => {
  expect(limitOf(text)).toEqual(limit)
})

it("an instant is entered in the city's time", () => {
  const instant = Date.parse('2026-02-13T17:00:00+08:00')
  expect(toField(instant)).toBe('2026-02-13T17:00')
  expect(Date.parse(fromField(toField(instant)))).toBe(instant)
})

it('working minutes are told in working days of eight hours', () => {
  expect(split(1_000)).toEqual({ days: 2, hours: 0, minutes: 40 })
  expect(split(479)).toEqual({ days: 0, hours: 7, minutes: 59 })
})
