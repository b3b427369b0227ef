import type { Schema } from '@/shared/api'
import { ZONE } from '@/shared/time/instant'

export type Part = Schema<'dispatch', 'WhistlePart'>
export type Whistle = Schema<'dispatch', 'Whistle'>

/** How far a body called is with being on site. */
export type Presence = 'here' | 'late' | 'missed' | 'expected' | 'free'

/**
 * @param checkInBy by when each must have checked in; absent when nobody must
 * @param now the present instant in milliseconds
 * @return `free` when nobody asks for a check-in, `expected` while there is time, `missed` when it has passed without one
 */
export function presenceOf(part: Part, checkInBy: string | null | undefined, now: number): Presence {
  if (part.checkIn) return part.checkIn.inTime === false ? 'late' : 'here'
  if (!checkInBy) return 'free'
  // What has reported its result or left by a return is not waited for any more.
  if (part.state === 'completed' || part.state === 'returned') return 'free'
  return now < Date.parse(checkInBy) ? 'expected' : 'missed'
}

/** Counts of a whistle: whoever has left by a return was invited all the same. */
export function tally(parts: readonly Part[]): {
  invited: number
  signed: number
  checkedIn: number
  reported: number
} {
  return {
    invited: parts.length,
    signed: parts.filter(({ signedAt }) => signedAt).length,
    checkedIn: parts.filter(({ checkIn }) => checkIn).length,
    reported: parts.filter(({ state }) => state === 'completed').length,
  }
}

/** The lead first, then those who cooperate, then who left. */
export function inOrder(parts: readonly Part[]): Part[] {
  const rank = ({ role, state }: Part) => (state === 'returned' ? 2 : role === 'lead' ? 0 : 1)
  return [...parts].sort((a, b) => rank(a) - rank(b))
}

/** An instant as a `datetime-local` field has it, in the city's time, rounded up to five minutes. */
export function localOf(instant: number): string {
  const step = 5 * 60_000
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return format.format(new Date(Math.ceil(instant / step) * step)).replace(' ', 'T')
}
