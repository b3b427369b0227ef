/** The instant of a `datetime-local` field, which is meant in the city's time wherever the browser is; null for none. */
export function instantOf(local: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null
  const instant = new Date(`${local}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
