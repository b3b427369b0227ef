import { ZONE } from '@/shared/time/instant'

/** A local date and time of the city, as a form has it, as an instant with offset; undefined for none. */
export function localInstant(local: string): string | undefined {
  return local === '' ? undefined : `${local}:00+08:00`
}

const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as a `datetime-local` field has it, in the city's time. */
export function localOf(instant: string | number): string {
  return LOCAL.format(new Date(instant)).replace(' ', 'T')
}
