import type { Detail } from './assignment'

/** What a sentence of the timeline says beside its text: a message of `desk.detail.*` and its value. */
export interface Fact {
  readonly key: 'legalBasis' | 'until' | 'dueAt' | 'metres' | 'endorsedBy'
  readonly value: string
}

/** One thing that happened to an assignment, ready to be shown. */
export interface Happening {
  /** The version it made; 0 for the issue itself. */
  readonly version: number
  /** Message of `desk.event.*`. */
  readonly key: string
  readonly at: string
  /** Account of who did it; empty for the street and for clocks. */
  readonly by: string
  /** Reason, note or result. */
  readonly text: string
  readonly facts: readonly Fact[]
  readonly photos: readonly string[]
  /** Whose photos they are. */
  readonly service: 'department' | 'feedback'
}

interface Event {
  by?: { account?: string }
  endorsedBy?: { account?: string }
  request?: Event & { kind?: string }
  kind?: string
  note?: string
  result?: string
  reason?: string
  basis?: string
  legalBasis?: string
  until?: string
  metres?: number
  mine?: boolean
  cause?: string
  photos?: string[]
  handle?: { dueAt?: string }
}

const KEYS: Record<string, string> = {
  'department.assignment-accepted': 'accepted',
  'department.progress-noted': 'noted',
  'department.assignment-completed': 'completed',
  'department.return-requested': 'returnRequested',
  'department.extension-requested': 'extensionSent',
  'department.suspension-requested': 'suspensionSent',
  'department.checked-in': 'checkedIn',
  'department.request-declined': 'declined',
  'assignment.extended': 'extended',
  'assignment.suspended': 'suspended',
  'assignment.resumed': 'resumed',
  'assignment.request-refused': 'requestRefused',
  'assignment.continued': 'continued',
  'assignment.reworked': 'reworked',
  'assignment.settled': 'settled',
}

function keyOf(name: string, event: Event): string {
  switch (name) {
    case 'department.request-raised':
      return event.kind === 'suspension' ? 'suspensionRaised' : 'extensionRaised'
    case 'department.ownership-answered':
      return event.mine === true ? 'mine' : 'notMine'
    case 'assignment.recalled':
      return event.cause === 'return-approved' ? 'returned' : 'recalled'
    default:
      return KEYS[name] ?? 'other'
  }
}

function factsOf(name: string, event: Event): Fact[] {
  const facts: Fact[] = []
  if (event.legalBasis) facts.push({ key: 'legalBasis', value: event.legalBasis })
  if (event.until) facts.push({ key: 'until', value: event.until })
  if (event.metres !== undefined) facts.push({ key: 'metres', value: String(event.metres) })
  const { endorsedBy, by } = event
  if (endorsedBy?.account && endorsedBy.account !== by?.account) {
    facts.push({ key: 'endorsedBy', value: endorsedBy.account })
  }
  // A clock that goes on with a new limit is told; what the department does itself moves none.
  if (name.startsWith('assignment.') && event.handle?.dueAt) facts.push({ key: 'dueAt', value: event.handle.dueAt })
  return facts
}

/** The assignment's history with its issue, the latest first. */
export function timelineOf(detail: Detail): Happening[] {
  const issued: Happening = {
    version: 0,
    key: 'issued',
    at: detail.issuedAt ?? '',
    by: '',
    text: '',
    facts: [],
    photos: [],
    service: 'department',
  }
  const happened = (detail.history ?? []).map((entry): Happening => {
    const name = (entry.type ?? '').replace(/^whistle\./, '').replace(/\.v\d+$/, '')
    const raw = (entry.event ?? {}) as Event
    // What stays within the department tells of a request.
    const event = raw.request ?? raw
    return {
      version: entry.version ?? 0,
      key: keyOf(name, event),
      at: entry.at ?? '',
      by: event.by?.account ?? '',
      text: event.note ?? event.result ?? event.reason ?? event.basis ?? '',
      facts: factsOf(name, event),
      photos: event.photos ?? [],
      service: name === 'assignment.reworked' ? 'feedback' : 'department',
    }
  })
  return [...happened.reverse(), issued]
}

/** What happened after a version was read: what somebody who was faster did. */
export function since(detail: Detail, version: number): Happening[] {
  return timelineOf(detail).filter((happening) => happening.version > version)
}
