/** How long something was late, in the largest unit of which there are at least two. */
export function lateness(minutes: number): { unit: 'lateMinutes' | 'lateHours' | 'lateDays'; n: number } {
  if (minutes >= 2 * 24 * 60) return { unit: 'lateDays', n: Math.floor(minutes / (24 * 60)) }
  if (minutes >= 2 * 60) return { unit: 'lateHours', n: Math.floor(minutes / 60) }
  return { unit: 'lateMinutes', n: minutes }
}
