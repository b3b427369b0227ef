import type { Schema } from '@/shared/api'

export type Line = Schema<'dispatch', 'TicketLine'> & { readonly id: string }
export type Order = 'urgent' | 'due' | 'filed'

/** Where a line stands: compared number by number, then by id, so that no two lines stand at the same place. */
export interface Place {
  readonly numbers: readonly number[]
  readonly id: string
}

/** Nobody knows yet how urgent an unclassified report is, so it is looked at before what is known to have time. */
const UNCLASSIFIED = 1.5
const NEVER = Number.MAX_SAFE_INTEGER

const instant = (text: string | undefined) => (text === undefined ? NEVER : Date.parse(text))

/** Until when something must be done: the dispatch while it waits for one, else the lead's handling. */
export function dueOf(line: Line): string | undefined {
  return line.dispatchDueAt ?? line.dueAt
}

/** Whether the street itself has the next step. */
export function waitsForStreet(line: Line): boolean {
  return line.state === 'queued' || line.state === 'return-pending'
}

function urgencyOf(line: Line): number {
  const rank = ['U0', 'U1', 'U2', 'U3', 'U4'].indexOf(line.urgency ?? '')
  return rank < 0 ? UNCLASSIFIED : rank
}

/**
 * The place of a line: by default first what waits for the street, then the more urgent, then what is due sooner; or by
 * what is due alone; or the latest filed first.
 */
export function placeOf(line: Line, order: Order): Place {
  const due = instant(dueOf(line))
  const filed = instant(line.filedAt)
  switch (order) {
    case 'urgent':
      return { numbers: [waitsForStreet(line) ? 0 : 1, urgencyOf(line), due, filed], id: line.id }
    case 'due':
      return { numbers: [due, urgencyOf(line), filed], id: line.id }
    case 'filed':
      return { numbers: [-filed], id: line.id }
  }
}

/** Negative when the first comes before the second. */
export function compare(first: Place, second: Place): number {
  for (let i = 0; i < first.numbers.length; i++) {
    const difference = (first.numbers[i] ?? 0) - (second.numbers[i] ?? 0)
    if (difference !== 0) return difference
  }
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0
}
