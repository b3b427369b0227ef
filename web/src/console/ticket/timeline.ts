import type { History, Loop } from './types'

/** Whose step an entry is: the stage of the loop it belongs to. */
export type Side = 'report' | 'street' | 'department' | 'supervision' | 'alert'

/** A step of a ticket's life as it is told. */
export interface Entry {
  readonly id: string
  readonly at: string
  readonly side: Side
  /** Ending of the message key `console.event.*`. */
  readonly event: string
  /** Codes of departments, levels and so on, for the message; named by the page. */
  readonly about: Readonly<Record<string, string>>
  /** What somebody wrote; their own words, never translated. */
  readonly words: readonly string[]
  readonly photos: { readonly service: 'intake' | 'department' | 'feedback'; readonly ids: readonly string[] } | null
  /** The account that did it; null for the system. */
  readonly by: string | null
  /** The body whose account it is. */
  readonly department: string | null
}

type Data = Readonly<Record<string, unknown>>

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const object = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {})

const ALERTS = [
  'clock-warned',
  'clock-breached',
  'supervision-ordered',
  'bulletin-issued',
  'check-in-missed',
  'ticket-chased',
]
const PHOTOS = { intake: 'intake', department: 'department', feedback: 'feedback' } as const

/** `whistle.dispatch.ticket-dispatched.v1` → `ticket-dispatched`. */
export function eventOf(type: string): string {
  return type.split('.')[2] ?? type
}

function sideOf(owner: string, event: string): Side {
  if (ALERTS.includes(event)) return 'alert'
  if (owner === 'intake') return 'report'
  if (owner === 'department') return 'department'
  return owner === 'feedback' ? 'supervision' : 'street'
}

/** Which fields of an event are people's own words, in the order they are read. */
const WORDS = [
  'text',
  'reason',
  'legalBasis',
  'explanation',
  'channel',
  'subject',
  'venue',
  'minutes',
  'note',
  'result',
  'basis',
  'comment',
  'answer',
  'resolution',
  'outcome',
]
/** Words that are codes in some events, told by the message itself. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'reporter-answered': ['channel'],
  'ticket-closed': ['outcome'],
  'ticket-queued': ['reason'],
}

function wordsOf(event: string, data: Data): string[] {
  const codes = CODES[event] ?? []
  const words = WORDS.filter((field) => !codes.includes(field)).map((field) => text(data[field]))
  const why = object(data.why)
  if (event === 'ticket-dispatched' && why.basis !== 'rule' && why.basis !== 'duty-list') words.push(text(why.reason))
  const whistle = object(data.whistle)
  words.push(text(whistle.subject), text(whistle.venue))
  return words.filter((word) => word.trim() !== '')
}

const ACTORS = ['by', 'decidedBy', 'openedBy', 'ratedBy']

function actorOf(data: Data): { by: string | null; department: string | null } {
  const field = ACTORS.find((name) => name in data)
  const actor = object(field === undefined ? object(data.why).decidedBy : data[field])
  const account = text(actor.account)
  const filed = text(data.filedBy)
  const by = account !== '' ? account : filed
  return { by: by === '' || by === 'system' ? null : by, department: text(actor.department) || null }
}

/** Small codes that messages name: `department`, `lead`, `stage`, … */
const ABOUT = [
  'department',
  'lead',
  'stage',
  'level',
  'from',
  'to',
  'rating',
  'satisfaction',
  'channel',
  'outcome',
  'times',
  'round',
  'metres',
  'until',
  'meetAt',
  'dueAt',
  'into',
]

function aboutOf(event: string, data: Data): Record<string, string> {
  const about: Record<string, string> = {}
  for (const name of ABOUT) if (text(data[name]) !== '') about[name] = text(data[name])
  if (event === 'ticket-queued') about.reason = text(data.reason)
  if (typeof data.solved === 'boolean') about.solved = data.solved ? 'yes' : 'no'
  if (typeof data.mine === 'boolean') about.mine = data.mine ? 'yes' : 'no'
  const legs = list(data.legs).map(object)
  if (legs.length > 0) {
    about.lead = text(legs.find(({ role }) => role === 'lead')?.department)
    about.cooperating = legs
      .filter(({ role }) => role !== 'lead')
      .map(({ department }) => text(department))
      .join(' ')
    about.basis = text(object(data.why).basis)
    about.rule = text(object(data.why).rule)
  }
  if (event === 'consultation-opened') about.departments = list(data.departments).map(text).join(' ')
  if (event === 'consultation-concluded') about.cooperating = list(data.cooperating).map(text).join(' ')
  const handle = object(data.handle)
  if (text(handle.dueAt) !== '') about.due = text(handle.dueAt)
  return about
}

/** One event of the journal as an entry; `data` is whatever its owner published. */
export function entryOf({ id, type, at, data }: History): Entry {
  const owner = type.split('.')[1] ?? ''
  const event = eventOf(type)
  const fields = object(data)
  const ids = list(fields.photos).map(text)
  const service = owner in PHOTOS ? PHOTOS[owner as keyof typeof PHOTOS] : null
  return {
    id,
    at,
    side: sideOf(owner, event),
    event,
    about: aboutOf(event, fields),
    words: wordsOf(event, fields),
    photos: service !== null && ids.length > 0 ? { service, ids } : null,
    ...actorOf(fields),
  }
}

/**
 * Whether the last dispatch was a dispatcher's choice, which can become a rule; who calls from below by their right to
 * whistle chooses nothing for the street.
 */
export function isChosen({ history }: { readonly history: readonly History[] }): boolean {
  const last = object(history.findLast(({ type }) => type.includes('.ticket-dispatched.'))?.data)
  return object(last.why).basis === 'manual' && !/^(branch|residents)$/.test(text(object(last.whistle).kind))
}

/**
 * A ticket's whole life, the latest first: every event of the journal, and the calls in vain, which only the supervision
 * side knows.
 */
export function timeline(history: readonly History[], loop: Loop | null): Entry[] {
  const calls = (loop?.attempts ?? []).map((attempt, index): Entry => {
    return {
      id: `attempt-${index}`,
      at: attempt.calledAt ?? '',
      side: 'supervision',
      event: 'call-in-vain',
      about: { channel: attempt.channel ?? '' },
      words: [],
      photos: null,
      by: attempt.by ?? null,
      department: null,
    }
  })
  const entries = [...history.map(entryOf), ...calls]
  // The journal's order is the true one where instants are the same.
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => Date.parse(b.entry.at) - Date.parse(a.entry.at) || b.index - a.index)
    .map(({ entry }) => entry)
}

/** What came to a ticket since somebody looked, in its order. */
export function since(history: readonly History[], known: ReadonlySet<string>): Entry[] {
  return history.filter(({ id }) => !known.has(id)).map(entryOf)
}
