import type { Named, ReportRow } from '../types'

/** A type and how many reports of it there are, now and in as long a time before. */
export interface Rising {
  readonly type: Named
  readonly count: number
  readonly before: number
  readonly movement: 'new' | 'rising'
}

/** Fewer reports than these are chance. */
const FEWEST = 3

/** Types of which more was reported than before, those that grew by the most first. */
export function rising(now: readonly ReportRow[], before: readonly ReportRow[]): Rising[] {
  const reports = (row: ReportRow) => row.rates['valid-report']?.denominator ?? 0
  const earlier = new Map(before.map((row) => [row.group.code, reports(row)]))
  return now
    .filter((row) => row.group.code !== 'none')
    .map((row) => ({ type: row.group, count: reports(row), before: earlier.get(row.group.code) ?? 0 }))
    .filter(({ count, before: was }) => count > was && count >= FEWEST)
    .map((type) => ({ ...type, movement: type.before === 0 ? ('new' as const) : ('rising' as const) }))
    .sort((a, b) => b.count - b.before - (a.count - a.before) || a.type.code.localeCompare(b.type.code))
}
