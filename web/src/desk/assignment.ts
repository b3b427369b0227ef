import type { Schema } from '@/shared/api'

export type Assignment = Schema<'department', 'Assignment'>
export type Detail = Schema<'department', 'AssignmentDetail'>
export type Leg = Schema<'feedback', 'LoopLeg'>

/** What the desk does with an assignment: the sub-resource of the service. */
export const ACTIONS = [
  'acceptance',
  'ownership',
  'check-in',
  'completion',
  'progress-notes',
  'extensions',
  'suspensions',
  'returns',
  'endorsement',
  'decline',
] as const
export type Action = (typeof ACTIONS)[number]

/** What the caller may do now, in the order in which it is usually done; the service has asked its rules. */
export function actionsOf(assignment: Assignment): Action[] {
  const may = assignment.availableActions ?? []
  return ACTIONS.filter((action) => may.includes(action))
}

/** The one that stands out: what moves the assignment on. Endorsing has its place beside what was asked for. */
export function primaryOf(assignment: Assignment): Action | null {
  const order: Action[] = ['ownership', 'acceptance', 'check-in', 'completion']
  const may = actionsOf(assignment)
  return order.find((action) => may.includes(action)) ?? null
}

/** What a clock of the desk says, and about what. */
export type ClockWord =
  /** The handling limit runs. */
  | { readonly kind: 'running'; readonly due: string; readonly warn: string | undefined }
  /** The street decides on a return, and the clock stands still meanwhile. */
  | { readonly kind: 'paused' }
  /** It rests until then. */
  | { readonly kind: 'suspended'; readonly until: string | undefined }
  /** It was handled, in time or not. */
  | { readonly kind: 'ended'; readonly at: string | undefined; readonly late: boolean }
  /** It was taken back. */
  | { readonly kind: 'recalled'; readonly at: string | undefined }

/** The handling clock as it stands. */
export function clockOf(assignment: Assignment): ClockWord {
  switch (assignment.state) {
    case 'return-pending':
      return { kind: 'paused' }
    case 'suspended':
      return { kind: 'suspended', until: assignment.suspendedUntil }
    case 'completed':
    case 'settled':
      return {
        kind: 'ended',
        at: assignment.completedAt ?? assignment.endedAt,
        late: endedLate(assignment),
      }
    case 'recalled':
      return { kind: 'recalled', at: assignment.endedAt }
    default:
      return { kind: 'running', due: assignment.handle?.dueAt ?? '', warn: assignment.handle?.warnAt }
  }
}

/** Whether it was completed after its limit; the fact stays when the ticket is closed. */
export function endedLate(assignment: Assignment): boolean {
  const { completedAt, handle } = assignment
  return completedAt !== undefined && handle?.dueAt !== undefined && Date.parse(completedAt) > Date.parse(handle.dueAt)
}

/** How far one body of a joint ticket is. */
export type LegState = 'issued' | 'accepted' | 'on-site' | 'suspended' | 'paused' | 'completed' | 'returned' | 'ended'

/** The state of a leg, and since when. */
export function legState(leg: Leg): { state: LegState; at: string | undefined } {
  if (leg.endedAt) return { state: leg.ended === 'returned' ? 'returned' : 'ended', at: leg.endedAt }
  if (leg.completedAt) return { state: 'completed', at: leg.completedAt }
  if (leg.suspendedUntil) return { state: 'suspended', at: undefined }
  if (leg.pausedAt) return { state: 'paused', at: leg.pausedAt }
  if (leg.checkedInAt) return { state: 'on-site', at: leg.checkedInAt }
  if (leg.acceptedAt) return { state: 'accepted', at: leg.acceptedAt }
  return { state: 'issued', at: leg.issuedAt }
}

/** The legs of the assignment's own round: the lead first, then in the order they were called; none of an only body. */
export function legsBeside(legs: readonly Leg[], assignment: Assignment): Leg[] {
  const round = legs.filter((leg) => leg.round === assignment.round)
  if (round.length < 2) return []
  const rank = (leg: Leg) => (leg.endedAt ? 2 : leg.role === 'lead' ? 0 : 1)
  return [...round].sort((a, b) => rank(a) - rank(b) || (a.issuedAt ?? '').localeCompare(b.issuedAt ?? ''))
}
