import { locale } from '@/shared/i18n'

/** Every rate in the order of the report. */
export const RATES = [
  'response',
  'resolution',
  'satisfaction',
  'handled',
  'handled-on-time',
  'overdue-unhandled',
  'extension',
  'closed',
  'closed-on-time',
  'rework',
  'right-first-dispatch',
  'valid-report',
  'whistle',
] as const

export type RateCode = (typeof RATES)[number]

/** The ones that stand side by side where bodies are compared; the rest is one click away. */
export const COMPARED: readonly RateCode[] = [
  'handled',
  'handled-on-time',
  'overdue-unhandled',
  'closed-on-time',
  'rework',
  'resolution',
  'satisfaction',
]

const LESS_IS_BETTER: readonly string[] = ['overdue-unhandled', 'extension', 'rework']

/** Of a whistle rate neither more nor less is better. */
const NEITHER: readonly string[] = ['whistle']

export type Tone = 'good' | 'bad' | 'same'

/** Whether a rate moved for the better; `same` when it did not move, or when neither direction is better. */
export function tone(rate: string, difference: number | null | undefined): Tone {
  if (difference === null || difference === undefined || points(difference) === 0) return 'same'
  if (NEITHER.includes(rate)) return 'same'
  return difference > 0 !== LESS_IS_BETTER.includes(rate) ? 'good' : 'bad'
}

/** A share as a percentage with one decimal; a dash when there is none. Never rounds up to 100 % what is not all. */
export function percent(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  const tenths = Math.round(value * 1000)
  const honest = tenths === 1000 && value < 1 ? 999 : tenths === 0 && value > 0 ? 1 : tenths
  return new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 1 }).format(honest / 1000)
}

/** A difference of two shares in percentage points, one decimal. */
export function points(difference: number): number {
  const tenths = Math.round(difference * 1000) / 10
  return tenths === 0 ? 0 : tenths
}

/** A whole number with its thousands set apart. */
export function whole(value: number): string {
  return new Intl.NumberFormat(locale.value).format(value)
}
