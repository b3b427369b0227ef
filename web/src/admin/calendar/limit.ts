/** Units of limits, as the catalogue writes them. */
export const UNITS = ['um', 'uh', 'wh', 'wd', 'ud', 'cd'] as const
export type Unit = (typeof UNITS)[number]

/** A limit such as `4wh` as number and unit; null for anything else. */
export function limitOf(text: string): { value: number; unit: Unit } | null {
  const [, value, unit] = /^([1-9]\d{0,3})(um|uh|wh|wd|ud|cd)$/.exec(text) ?? []
  return value === undefined ? null : { value: Number(value), unit: unit as Unit }
}

/** An instant as a form's field has it, in the city's time, and back. */
export function toField(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)
}

export const fromField = (field: string) => `${field}:00+08:00`

/** Working minutes as days, hours and minutes of eight-hour days. */
export function split(minutes: number): { days: number; hours: number; minutes: number } {
  return { days: Math.floor(minutes / 480), hours: Math.floor((minutes % 480) / 60), minutes: minutes % 60 }
}
