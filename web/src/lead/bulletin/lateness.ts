/**
 * How long something was late, in the largest unit of which there are at least two.
 *
 * @param minutes whole minutes; 0 of what was late by less than one
 */
export function lateness(minutes: number): {
  unit: 'lateMoments' | 'lateMinutes' | 'lateHours' | 'lateDays'
  n: number
} {
  if (minutes >= 2 * 24 * 60) return { unit: 'lateDays', n: Math.floor(minutes / (24 * 60)) }
  if (minutes >= 2 * 60) return { unit: 'lateHours', n: Math.floor(minutes / 60) }
  return minutes < 1 ? { unit: 'lateMoments', n: 0 } : { unit: 'lateMinutes', n: minutes }
}
