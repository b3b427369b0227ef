import { shifted, type Span } from '../figures/period'
import type { Rates, Report, ReportRow } from '../types'

/** How many periods a trend shows, the present one included. */
export const TREND = 12

/** The days of a trend that ends with a period: first day, and the day after the last. */
export function trendOf(span: Span): { from: string; to: string } {
  return { from: shifted(span, 1 - TREND).from, to: span.to }
}

/** One body's report over the periods of a trend, by what pages show of it. */
export interface Trend {
  readonly periods: readonly string[]
  /** The period asked for. */
  readonly present: Rates
  /** URI template of the tickets behind its numbers; none when nothing counted. */
  readonly behind: string | undefined
  /** By rate: one value per period, null where nothing counted. */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>
}

/**
 * Puts the rows of a report into the periods of a trend. Periods in which nothing counted have no row.
 *
 * @param code the group that is meant
 */
export function trendFrom(report: Report, span: Span, code: string, rates: readonly string[]): Trend {
  const periods = Array.from({ length: TREND }, (_, at) => shifted(span, at - TREND + 1).label)
  const rows = new Map<string, ReportRow>()
  for (const row of report.rows) if (row.group.code === code) rows.set(row.period ?? '', row)
  return {
    periods,
    present: rows.get(span.label)?.rates ?? {},
    behind: rows.get(span.label)?.behind,
    values: Object.fromEntries(
      rates.map((rate) => [rate, periods.map((period) => rows.get(period)?.rates[rate]?.value ?? null)]),
    ),
  }
}

/** Bodies in the order of a rate; who has none stands behind all others, equals go by name. */
export function sortedBy(rows: readonly ReportRow[], rate: string, descending: boolean): ReportRow[] {
  const value = (row: ReportRow) => row.rates[rate]?.value
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === right) return (a.group.name ?? a.group.code).localeCompare(b.group.name ?? b.group.code, 'zh-CN')
    if (left === undefined) return 1
    if (right === undefined) return -1
    return descending ? right - left : left - right
  })
}
