import { describe, expect, it } from 'vitest'
import { instantOf } from '../decide/instant'
import { inOrder, localOf, presenceOf, tally, type Part } from './board'

const BY = '2026-03-02T10:00:00+08:00'
const before = Date.parse(BY) - 1
const at = { at: '2026-03-02T09:50:00+08:00', metres: 10 }

describe('presence on site', () => {
  it.each<[Part, string | undefined, number, string]>([
    [{ state: 'open' }, BY, before, 'expected'],
    [{ state: 'open' }, BY, before + 1, 'missed'],
    [{ state: 'open', checkIn: { ...at, inTime: true } }, BY, before + 5, 'here'],
    [{ state: 'open', checkIn: { ...at, inTime: false } }, BY, before + 5, 'late'],
    [{ state: 'open', checkIn: at }, undefined, before, 'here'],
    [{ state: 'open' }, undefined, before, 'free'],
    [{ state: 'completed' }, BY, before + 5, 'free'],
    [{ state: 'returned' }, BY, before + 5, 'free'],
  ])('of %j by %s is known', (part, by, now, presence) => {
    expect(presenceOf(part, by, now)).toBe(presence)
  })
})

it('a whistle counts who signed, checked in and reported', () => {
  const parts: Part[] = [
    { state: 'completed', signedAt: BY, checkIn: at },
    { state: 'open', signedAt: BY },
    { state: 'open' },
    { state: 'returned' },
  ]
  expect(tally(parts)).toEqual({ invited: 4, signed: 2, checkedIn: 1, reported: 1 })
})

it('the lead stands first, who left last', () => {
  const parts: Part[] = [
    { department: 'a', role: 'cooperating', state: 'returned' },
    { department: 'b', role: 'cooperating', state: 'open' },
    { department: 'c', role: 'lead', state: 'open' },
  ]
  expect(inOrder(parts).map(({ department }) => department)).toEqual(['c', 'b', 'a'])
})

it('a proposed time is in the city’s time and a whole five minutes on', () => {
  expect(localOf(Date.parse('2026-03-02T23:56:10+08:00'))).toBe('2026-03-03T00:00')
  expect(instantOf(localOf(Date.parse('2026-03-02T09:30:00+08:00')))).toBe('2026-03-02T01:30:00.000Z')
})
