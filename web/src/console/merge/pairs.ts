import type { Schema } from '@/shared/api'

export type DuplicateTicket = Schema<'intake', 'DuplicateTicket'> & { readonly ticketId: string }

/** Two tickets that may be the same matter, with what speaks for it. */
export interface Pair {
  readonly key: string
  readonly one: DuplicateTicket
  readonly other: DuplicateTicket
  /** 0 to 1. */
  readonly score: number
  /** In metres. */
  readonly distance: number
  readonly hoursApart: number
  readonly reasons: readonly string[]
}

interface Likeness {
  readonly score?: number
  readonly distance?: number
  readonly hoursApart?: number
  readonly reasons?: readonly string[]
}

/** A pair as the service has answered it. */
export function pairOf(one: DuplicateTicket, other: DuplicateTicket, likeness: Likeness): Pair {
  return {
    key: `${one.ticketId} ${other.ticketId}`,
    one,
    other,
    score: likeness.score ?? 0,
    distance: likeness.distance ?? 0,
    hoursApart: likeness.hoursApart ?? 0,
    reasons: likeness.reasons ?? [],
  }
}

/** Which one is proposed to stay: whose departments already work on it, else the one that was filed first. */
export function leaderOf(pair: Pair): string {
  const { one, other } = pair
  const atWork = ({ state }: DuplicateTicket) => state !== 'queued' && state !== 'filed'
  if (atWork(one) !== atWork(other)) return atWork(one) ? one.ticketId : other.ticketId
  return Date.parse(one.filedAt ?? '') <= Date.parse(other.filedAt ?? '') ? one.ticketId : other.ticketId
}

/** How many reports stand behind a ticket: its own, and each that joined it or came with a merge. */
export function reportersOf(history: readonly { readonly type?: string }[]): number {
  const joined = history.filter(({ type }) => type?.includes('.report-joined.')).length
  const merged = history.filter(({ type }) => type?.includes('.ticket-merged.')).length
  const undone = history.filter(({ type }) => type?.includes('.ticket-unmerged.')).length
  return 1 + joined + Math.max(0, merged - undone)
}
