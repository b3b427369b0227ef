import type { Schema } from '@/shared/api'

export type DryRun = Schema<'dispatch', 'DryRun'>
export type Difference = Schema<'dispatch', 'DryRunDifference'>
export type Outcome = Schema<'dispatch', 'DryRunOutcome'>

/** What a run over a period has found so far. */
export interface Found {
  readonly tickets: number
  readonly changed: number
  readonly complete: boolean
  readonly items: readonly Difference[]
  /** Version of what would come into force. */
  readonly draftVersion: string
}

/** With what one more run has found; at most `most` differences are kept. */
export function joined(before: Found | null, run: DryRun, most: number): Found {
  return {
    tickets: (before?.tickets ?? 0) + (run.tickets ?? 0),
    changed: (before?.changed ?? 0) + (run.changed ?? 0),
    complete: run.complete ?? true,
    items: [...(before?.items ?? []), ...(run.items ?? [])].slice(0, most),
    draftVersion: run.draftVersion ?? '',
  }
}

/** In what the two outcomes of a ticket differ. */
export type Aspect = 'lead' | 'cooperating' | 'due' | 'queued'

export function aspects({ before, after }: Difference): Aspect[] {
  const found: Aspect[] = []
  if (
    (before?.queued ?? null) !== (after?.queued ?? null) &&
    (before?.lead === undefined || after?.lead === undefined)
  ) {
    found.push('queued')
  }
  if ((before?.lead ?? null) !== (after?.lead ?? null)) found.push('lead')
  if (list(before?.cooperating) !== list(after?.cooperating)) found.push('cooperating')
  if ((before?.due ?? null) !== (after?.due ?? null) && before?.due && after?.due) found.push('due')
  return found
}

const list = (codes: readonly string[] | undefined) => (codes ?? []).join(' ')

/** So many tickets move from one lead to another; null is a person who decides. */
export interface Move {
  readonly from: string | null
  readonly to: string | null
  readonly count: number
}

/** The moves between leads, the most frequent first; a ticket that keeps its lead is counted as staying. */
export function moves(items: readonly Difference[]): Move[] {
  const counts = new Map<string, Move>()
  for (const { before, after } of items) {
    const from = before?.lead ?? null
    const to = after?.lead ?? null
    const key = `${from} ${to}`
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)
}
