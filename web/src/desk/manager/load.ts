import type { Schema } from '@/shared/api'

export type HandlerLoad = Schema<'department', 'HandlerLoad'>

/** The department's sums over its handlers; what nobody has accepted is the row without a handler. */
export function totalsOf(rows: readonly HandlerLoad[]): { open: number; unaccepted: number; overdue: number } {
  const sum = (of: (row: HandlerLoad) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    open: sum((row) => row.open ?? 0),
    unaccepted: sum((row) => (row.handler ? 0 : (row.open ?? 0))),
    overdue: sum((row) => row.overdue ?? 0),
  }
}

/** The most that one handler has, for bars that compare; at least 1. */
export function mostOf(rows: readonly HandlerLoad[]): number {
  return Math.max(1, ...rows.map((row) => row.open ?? 0))
}
