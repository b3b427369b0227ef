import { locale } from '@/shared/i18n'

/** The city's clock, wherever the browser is. */
export const ZONE = 'Asia/Shanghai'

function format(instant: string | number | Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale.value, { timeZone: ZONE, hourCycle: 'h23', ...options }).format(
    new Date(instant),
  )
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
