import type { Known, Schema } from '@/shared/api'
import type { Role } from '@/shared/auth/roles'
import { localInstant } from '../when'

/** A ticket as people below the street see it when they whistle; what is always there is said to be. */
export type Calls = Known<Schema<'dispatch', 'Calls'>, 'ticketId' | 'ticketNo' | 'state' | 'bodies' | 'rights'>
export type Called = Schema<'dispatch', 'CalledBody'>
export type CallKind = 'branch' | 'residents'

/** Whether a whistle from below is running or was blown last: those called answer to it. */
export const isFromBelow = (calls: Calls): boolean =>
  calls.whistle?.kind === 'branch' || calls.whistle?.kind === 'residents'

/** Whether a whistle may be blown now: there is somebody to call, the ticket goes on, and none is running. */
export function mayBlow(calls: Calls): boolean {
  if (calls.rights.length === 0) return false
  return calls.state === 'queued' || (calls.state === 'dispatched' && !calls.whistle)
}

/** Whether what a body reported is theirs to rate: of a whistle from below, once for each completion, by its staff. */
export function mayRate(calls: Calls, body: Called, roles: readonly Role[]): boolean {
  const staff = roles.includes('branch') || roles.includes('community')
  return staff && isFromBelow(calls) && body.state === 'completed' && body.rated !== true
}

/** How far a body is, in the words of `assignmentState`. */
export function stateOf(body: Called): string {
  return body.state === 'open' && body.signedAt ? 'accepted' : (body.state ?? 'open')
}

/** Whether a body is expected on site, has missed it, or is there; `free` when nobody must check in. */
export function presenceOf(calls: Calls, body: Called, now: number): 'here' | 'late' | 'missed' | 'expected' | 'free' {
  const by = calls.whistle?.checkInBy
  if (body.checkedInAt) {
    return by && Date.parse(body.checkedInAt) > Date.parse(by) ? 'late' : 'here'
  }
  if (!by || body.state === 'completed') return 'free'
  return now < Date.parse(by) ? 'expected' : 'missed'
}

export interface CallDraft {
  kind: CallKind
  bodies: string[]
  subject: string
  venue: string
  /** `datetime-local`, in the city's time. */
  meetAt: string
  checkInBy: string
  reason: string
}

export type CallField = 'bodies' | 'subject' | 'venue' | 'meetAt' | 'checkInBy' | 'reason'

/** What is missing or cannot be, by field, as the ending of `community.fault.*`. */
export function faultsOf(draft: CallDraft): Partial<Record<CallField, string>> {
  const faults: Partial<Record<CallField, string>> = {}
  if (draft.bodies.length === 0) faults.bodies = 'bodies'
  for (const field of ['subject', 'venue', 'meetAt', 'reason'] as const) {
    if (draft[field].trim() === '') faults[field] = 'required'
  }
  if (draft.checkInBy !== '' && draft.meetAt !== '' && draft.checkInBy < draft.meetAt) faults.checkInBy = 'checkIn'
  return faults
}

/** What is sent. The meeting point is the ticket's own. */
export function bodyFor(draft: CallDraft): Schema<'dispatch', 'CallCommand'> {
  const checkInBy = localInstant(draft.checkInBy)
  return {
    kind: draft.kind,
    bodies: draft.bodies,
    subject: draft.subject.trim(),
    venue: draft.venue.trim(),
    meetAt: localInstant(draft.meetAt) ?? '',
    reason: draft.reason.trim(),
    ...(checkInBy === undefined ? {} : { checkInBy }),
  }
}
