import { describe, expect, it } from 'vitest'
import { daysOf, minutesOf, monthOn, sortOf, spanOf, usualHours, weekday, weeksOf } from './days'

const USUAL = '08:00-12:00;14:00-18:00'

describe('a month', () => {
  it('begins its weeks on Monday', () => {
    expect(weekday('2026-03-02')).toBe(0)
    const weeks = weeksOf('2026-03')
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01'])
    expect(weeks.at(-1)).toEqual(['2026-03-30', '2026-03-31', null, null, null, null, null])
  })

  it('has its last day, also in a leap year', () => {
    expect(spanOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(spanOf('2026-02').to).toBe('2026-02-28')
  })

  it('is followed by the next over the turn of the year', () => {
    expect(monthOn('2026-12', 1)).toBe('2027-01')
    expect(monthOn('2026-01', -1)).toBe('2025-12')
    expect(monthOn('2026-03', 12)).toBe('2027-03')
  })
})

describe('a day', () => {
  it.each([
    [{ date: '2026-02-13', workday: true, hours: USUAL, name: null }, 'work'],
    [{ date: '2026-02-14', workday: true, hours: USUAL, name: 'make-up' }, 'make-up'],
    [{ date: '2026-02-16', workday: false, hours: '', name: 'festival' }, 'holiday'],
    [{ date: '2026-02-15', workday: false, hours: '', name: 'festival' }, 'holiday'],
    [{ date: '2026-03-07', workday: false, hours: '', name: null }, 'weekend'],
    [{ date: '2026-03-06', workday: true, hours: '08:00-12:00', name: 'half' }, 'half'],
    [{ date: '2026-07-01', workday: true, hours: '07:30-11:30;15:00-19:00', name: null }, 'season'],
  ] as const)('%o is of sort %s', (day, sort) => {
    expect(sortOf(day, USUAL)).toBe(sort)
  })

  it('has the minutes of its hours', () => {
    expect(minutesOf(USUAL)).toBe(480)
    expect(minutesOf('')).toBe(0)
  })

  it('is measured by the hours that most days have', () => {
    const day = (hours: string) => ({ date: '2026-03-02', workday: true, hours, name: null })
    expect(usualHours([day('a'), day(USUAL), day(USUAL)])).toBe(USUAL)
    expect(usualHours([])).toBe('')
  })
})

it('a year follows the file of holidays, without what holds for a single body', () => {
  const days = daysOf(2026, [
    { date: '2026-01-01', kind: 'off', name: 'New Year' },
    { date: '2026-01-04', kind: 'work', name: 'make-up' },
    { date: '2026-01-05', kind: 'morning', name: 'half' },
    { date: '2026-01-06', kind: 'off', name: 'own', department: 'gas' },
  ])
  const usual = usualHours(days)
  expect(days).toHaveLength(365)
  expect(days.slice(0, 6).map((day) => sortOf(day, usual))).toEqual([
    'holiday',
    'work',
    'weekend',
    'make-up',
    'half',
    'work',
  ])
})
