import type { Schema } from '@/shared/api'
import type { Line } from '../queue/order'

export type Kind = 'return' | 'extension' | 'suspension' | 'consultation'

/** Something of a ticket that the street has to decide. */
export interface Decision {
  readonly id: string
  readonly kind: Kind
  readonly ticketId: string
  readonly ticketNo: string
  /** The bodies it is about. */
  readonly bodies: readonly string[]
  /** What was asked, in their words. */
  readonly words: string
  readonly askedAt: string
  /** Until when it should be decided: the meeting, or the end of the handling limit that it is about. */
  readonly due: string | null
  /** The ticket's line; absent while it is not read. */
  readonly line: Line | undefined
}

const orEmpty = (text: string | undefined) => text ?? ''

/** Returns, requests and consultations as one list, by time left; what has no limit comes last, the oldest first. */
export function decisions(
  returns: readonly Schema<'dispatch', 'ReturnLine'>[],
  requests: readonly Schema<'dispatch', 'RequestLine'>[],
  consultations: readonly Schema<'dispatch', 'ConsultationLine'>[],
  lines: ReadonlyMap<string, Line>,
): Decision[] {
  const of = (ticketId: string | undefined) => lines.get(orEmpty(ticketId))
  const found: Decision[] = [
    ...returns.map(({ ticketId, ticketNo, request }) => ({
      id: orEmpty(request?.id),
      kind: 'return' as const,
      ticketId: orEmpty(ticketId),
      ticketNo: orEmpty(ticketNo),
      bodies: [orEmpty(request?.department)],
      words: orEmpty(request?.reason),
      askedAt: orEmpty(request?.requestedAt),
      due: of(ticketId)?.dueAt ?? null,
      line: of(ticketId),
    })),
    ...requests.map(({ ticketId, ticketNo, request }) => ({
      id: orEmpty(request?.id),
      kind: request?.kind === 'suspension' ? ('suspension' as const) : ('extension' as const),
      ticketId: orEmpty(ticketId),
      ticketNo: orEmpty(ticketNo),
      bodies: [orEmpty(request?.department)],
      words: orEmpty(request?.reason),
      askedAt: orEmpty(request?.requestedAt),
      due: of(ticketId)?.dueAt ?? null,
      line: of(ticketId),
    })),
    ...consultations.map(({ ticketId, ticketNo, consultation }) => ({
      id: orEmpty(consultation?.id),
      kind: 'consultation' as const,
      ticketId: orEmpty(ticketId),
      ticketNo: orEmpty(ticketNo),
      bodies: consultation?.departments ?? [],
      words: orEmpty(consultation?.subject),
      askedAt: orEmpty(consultation?.openedAt),
      due: consultation?.meetAt ?? null,
      line: of(ticketId),
    })),
  ]
  const instant = (text: string | null) => (text === null ? Number.MAX_SAFE_INTEGER : Date.parse(text))
  return found.sort((a, b) => instant(a.due) - instant(b.due) || Date.parse(a.askedAt) - Date.parse(b.askedAt))
}
