import { locale } from '@/shared/i18n'

/** The city's clock, wherever the browser is. */
export const ZONE = 'Asia/Shanghai'

/** Making a format costs far more than using it, and lists show hundreds of instants. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(instant: string | number | Date, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale.value} ${Object.keys(options).join(' ')}`
  let known = formats.get(key)
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale.value, { timeZone: ZONE, hourCycle: 'h23', ...options })
    formats.set(key, known)
  }
  return known.format(new Date(instant))
}

/** Date and time to the minute: `2026/03/02 14:05`. Empty for none. */
export function dateTime(instant: string | number | Date | null | undefined): string {
  return instant === null || instant === undefined
    ? ''
    : format(instant, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
}

/** Month, day and time, for lists in which the year is plain. */
export function shortTime(instant: string | number | Date | null | undefined): string {
  return instant === null || instant === undefined
    ? ''
    : format(instant, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
}

/** The day, `2026/03/02`. */
export function day(instant: string | number | Date | null | undefined): string {
  return instant === null || instant === undefined
    ? ''
    : format(instant, { year: 'numeric', month: '2-digit', day: '2-digit' })
}

/** The city's day of an instant as ISO `2026-03-02`, for parameters. */
export function isoDay(instant: string | number | Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(instant))
}
