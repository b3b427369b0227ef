import { locale } from '@/shared/i18n'

export const UNITS = ['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const
export type Unit = (typeof UNITS)[number]

/** A period of the reports, labelled as the services label it: 2026-03-02, 2026-W10, 2026-03, 2026-Q1, 2026-H1, 2026. */
export interface Span {
  readonly unit: Unit
  readonly label: string
  /** First day, ISO. */
  readonly from: string
  /** The day after the last, ISO. */
  readonly to: string
}

const DAY = 86_400_000
const pad = (n: number) => String(n).padStart(2, '0')
const iso = (at: Date) => at.toISOString().slice(0, 10)
const utc = (year: number, month: number, day = 1) => new Date(Date.UTC(year, month - 1, day))
const plusDays = (at: Date, days: number) => new Date(at.getTime() + days * DAY)

function monthsFrom(unit: Unit, label: string, year: number, month: number, months: number): Span {
  return { unit, label, from: iso(utc(year, month)), to: iso(utc(year, month + months)) }
}

/** The ISO week of a day: weeks begin on Monday, the first has the year's first Thursday. */
function week(day: Date): Span {
  const monday = plusDays(day, -((day.getUTCDay() + 6) % 7))
  const thursday = plusDays(monday, 3)
  const year = thursday.getUTCFullYear()
  const number = Math.floor((thursday.getTime() - utc(year, 1).getTime()) / DAY / 7) + 1
  return { unit: 'week', label: `${year}-W${pad(number)}`, from: iso(monday), to: iso(plusDays(monday, 7)) }
}

/** The period of a unit in which a day lies. */
export function spanAt(unit: Unit, day: string): Span {
  const at = new Date(`${day}T00:00:00Z`)
  const year = at.getUTCFullYear()
  const month = at.getUTCMonth() + 1
  switch (unit) {
    case 'day':
      return { unit, label: iso(at), from: iso(at), to: iso(plusDays(at, 1)) }
    case 'week':
      return week(at)
    case 'month':
      return monthsFrom(unit, `${year}-${pad(month)}`, year, month, 1)
    case 'quarter': {
      const quarter = Math.floor((month - 1) / 3)
      return monthsFrom(unit, `${year}-Q${quarter + 1}`, year, quarter * 3 + 1, 3)
    }
    case 'half-year':
      return monthsFrom(unit, `${year}-H${month <= 6 ? 1 : 2}`, year, month <= 6 ? 1 : 7, 6)
    case 'year':
      return monthsFrom(unit, String(year), year, 1, 12)
  }
}

/** The period of a label; null when it is none. */
export function spanOf(label: string): Span | null {
  const found = firstDay(label)
  if (found === null) return null
  const span = spanAt(found.unit, found.day)
  return span.label === label ? span : null
}

function firstDay(label: string): { unit: Unit; day: string } | null {
  const [, year, rest] = /^(\d{4})(?:-(.+))?$/.exec(label) ?? []
  if (year === undefined) return null
  if (rest === undefined) return { unit: 'year', day: `${year}-01-01` }
  if (/^\d{2}-\d{2}$/.test(rest)) {
    return Number.isNaN(Date.parse(`${label}T00:00:00Z`)) ? null : { unit: 'day', day: label }
  }
  if (/^(0[1-9]|1[0-2])$/.test(rest)) return { unit: 'month', day: `${label}-01` }
  if (/^Q[1-4]$/.test(rest)) return { unit: 'quarter', day: `${year}-${pad(Number(rest.slice(1)) * 3 - 2)}-01` }
  if (/^H[12]$/.test(rest)) return { unit: 'half-year', day: `${year}-${rest === 'H1' ? '01' : '07'}-01` }
  if (/^W\d{2}$/.test(rest)) {
    const fourth = new Date(`${year}-01-04T00:00:00Z`)
    return { unit: 'week', day: iso(plusDays(fourth, (Number(rest.slice(1)) - 1) * 7)) }
  }
  return null
}

/** The period some periods later, or earlier. */
export function shifted(span: Span, by: number): Span {
  let moved = span
  for (let i = 0; i < Math.abs(by); i++) {
    const day = by > 0 ? moved.to : iso(plusDays(new Date(`${moved.from}T00:00:00Z`), -1))
    moved = spanAt(span.unit, day)
  }
  return moved
}

/** Whether the period is not over at a day. */
export function present(span: Span, today: string): boolean {
  return today < span.to
}

/** A period in words; `say` gives the messages. */
export function spanWords(span: Span, say: (key: string, params: Record<string, number>) => string): string {
  const first = new Date(`${span.from}T00:00:00Z`)
  const year = first.getUTCFullYear()
  const month = first.getUTCMonth() + 1
  const formatted = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale.value, { timeZone: 'UTC', ...options }).format(first)
  switch (span.unit) {
    case 'day':
      return formatted({ year: 'numeric', month: 'long', day: 'numeric' })
    case 'month':
      return formatted({ year: 'numeric', month: 'long' })
    case 'week':
      return say('lead.period.weekOf', { year: Number(span.label.slice(0, 4)), n: Number(span.label.slice(6)) })
    case 'quarter':
      return say('lead.period.quarterOf', { year, n: (month + 2) / 3 })
    case 'half-year':
      return say(month === 1 ? 'lead.period.firstHalf' : 'lead.period.secondHalf', { year })
    case 'year':
      return say('lead.period.yearOf', { year })
  }
}
