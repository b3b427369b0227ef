import type { Schema } from '@/shared/api'

/** The rates a department is measured by, in the order of its work. */
const RATES = [
  'handled',
  'handled-on-time',
  'overdue-unhandled',
  'extension',
  'rework',
  'right-first-dispatch',
  'resolution',
  'satisfaction',
] as const

/** Rates of which less is better. */
const LESS_IS_BETTER: ReadonlySet<string> = new Set(['overdue-unhandled', 'extension', 'rework'])

export interface RateRow {
  readonly rate: string
  /** Between 0 and 1; null when nothing was due. */
  readonly value: number | null
  /** Since the period before; null when one of both has no value. */
  readonly difference: number | null
  readonly numerator: number
  readonly denominator: number
  readonly tone: 'better' | 'worse' | 'same'
}

/** The rates of a report's last period. */
export function ratesOf(report: Schema<'feedback', 'SlaReport'>): RateRow[] {
  const rates = report.rows?.at(-1)?.rates ?? {}
  return RATES.map((rate) => {
    const { value, difference, numerator, denominator } = rates[rate] ?? {}
    const moved = difference ?? 0
    const better = LESS_IS_BETTER.has(rate) ? moved < 0 : moved > 0
    return {
      rate,
      value: value ?? null,
      difference: difference ?? null,
      numerator: numerator ?? 0,
      denominator: denominator ?? 0,
      tone: moved === 0 ? 'same' : better ? 'better' : 'worse',
    }
  })
}
