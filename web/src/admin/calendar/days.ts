/** A day of the calendar as it is worked. */
export interface DayOf {
  /** ISO date. */
  readonly date: string
  readonly workday: boolean
  /** `08:00-12:00;14:00-18:00`; empty on a day off. */
  readonly hours: string
  /** Why it departs from the week; null when it does not. */
  readonly name: string | null
}

/**
 * What sort of day it is: `work` and `weekend` as the week has it, `holiday` (off on a weekday, or named), `make-up` (a
 * worked weekend day), `half` (fewer hours than usual), `season` (other hours than usual).
 */
export type DaySort = 'work' | 'weekend' | 'holiday' | 'make-up' | 'half' | 'season'
export const DAY_SORTS: readonly DaySort[] = ['work', 'weekend', 'holiday', 'make-up', 'half', 'season']

/** 0 Monday … 6 Sunday. */
export function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** Minutes of spans such as `08:00-12:00;14:00-18:00`. */
export function minutesOf(hours: string): number {
  if (hours === '') return 0
  return hours.split(';').reduce((sum, span) => {
    const [from = '', to = ''] = span.split('-')
    const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
    return sum + minute(to) - minute(from)
  }, 0)
}

/** The hours that most of the workdays have; empty without any. */
export function usualHours(days: readonly DayOf[]): string {
  const counts = new Map<string, number>()
  for (const { workday, hours } of days) if (workday) counts.set(hours, (counts.get(hours) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? ''
}

export function sortOf(day: DayOf, usual: string): DaySort {
  const weekend = weekday(day.date) >= 5
  if (!day.workday) return weekend && day.name === null ? 'weekend' : 'holiday'
  if (day.name !== null && minutesOf(day.hours) < minutesOf(usual)) return 'half'
  if (weekend && day.name !== null) return 'make-up'
  return day.hours === usual ? 'work' : 'season'
}

/** A month as weeks of seven, blank where it has no day. */
export function weeksOf(month: string): (string | null)[][] {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
  const dates = Array.from({ length: last }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`)
  const cells: (string | null)[] = [...Array<null>(weekday(`${month}-01`)).fill(null), ...dates]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** The month that is so many months on. */
export function monthOn(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)

/** First and last day of a month. */
export function spanOf(month: string): { from: string; to: string } {
  const dates = weeksOf(month)
    .flat()
    .filter((date) => date !== null)
  return { from: dates[0] ?? '', to: dates.at(-1) ?? '' }
}

interface Entry {
  readonly date?: string
  readonly kind?: string
  readonly name?: string
  readonly department?: string
}

/** The days of a year as `holidays.csv` makes them for everybody; hours are not its business. */
export function daysOf(year: number, entries: readonly Entry[]): DayOf[] {
  const by = new Map(entries.filter(({ department }) => (department ?? '') === '').map((entry) => [entry.date, entry]))
  return monthsOf(year)
    .flatMap((month) => weeksOf(month).flat())
    .filter((date) => date !== null)
    .map((date) => {
      const entry = by.get(date)
      const workday = entry === undefined ? weekday(date) < 5 : entry.kind !== 'off'
      const half = entry?.kind === 'morning' || entry?.kind === 'afternoon'
      return { date, workday, hours: workday ? (half ? '08:00-12:00' : '08:00-16:00') : '', name: entry?.name ?? null }
    })
}
