import type { LocationQuery } from 'vue-router'

/** The lists of the desk: everything that is open, or what is in one state. */
export const VIEWS = ['open', 'issued', 'accepted', 'return-pending', 'suspended', 'completed', 'settled'] as const
export type View = (typeof VIEWS)[number]

/** What is open is sorted by its limit; what rests or is over, the latest first. */
const BY_LIMIT: ReadonlySet<View> = new Set(['open', 'issued', 'accepted', 'return-pending'])

export const URGENCIES = ['U0', 'U1', 'U2', 'U3', 'U4'] as const
export const ROLES = ['lead', 'cooperating'] as const

/** What of the desk is wanted; it stands in the page's address, so that it can be kept and handed on. */
export interface InboxFilter {
  readonly state: View
  /** One of {@link URGENCIES}; empty for any, as the others. */
  readonly urgency: string
  /** Place code of a street. */
  readonly street: string
  readonly role: string
  /** Account of a handler. */
  readonly handler: string
  /** Only what a whistle calls for. */
  readonly whistle: boolean
  /** Only what is past its limit. */
  readonly late: boolean
}

function one(query: LocationQuery, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

function among<T extends string>(value: string, known: readonly T[]): T | '' {
  return known.find((candidate) => candidate === value) ?? ''
}

/** The filter of an address; what makes no sense in it is left out. */
export function filterOf(query: LocationQuery): InboxFilter {
  const street = one(query, 'street')
  return {
    state: among(one(query, 'state'), VIEWS) || 'open',
    urgency: among(one(query, 'urgency'), URGENCIES),
    street: /^\d{9}$/.test(street) ? street : '',
    role: among(one(query, 'role'), ROLES),
    handler: one(query, 'handler').slice(0, 128),
    whistle: one(query, 'whistle') === 'true',
    late: one(query, 'late') === 'true',
  }
}

/** The address of a filter, without what it does not ask for. */
export function addressOf(filter: InboxFilter): Record<string, string> {
  const said: [string, string][] = [
    ['state', filter.state === 'open' ? '' : filter.state],
    ['urgency', filter.urgency],
    ['street', filter.street],
    ['role', filter.role],
    ['handler', filter.handler],
    ['whistle', filter.whistle ? 'true' : ''],
    ['late', filter.late ? 'true' : ''],
  ]
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}

/** Whether the filter asks for more than a state. */
export function isNarrowed(filter: InboxFilter): boolean {
  return Object.keys(addressOf(filter)).some((name) => name !== 'state')
}

/** The parameters of the service's list. */
export function parametersOf(filter: InboxFilter): Record<string, string> {
  const said: [string, string][] = [
    ['state', filter.state],
    ['order', BY_LIMIT.has(filter.state) ? 'due' : 'newest'],
    ['urgency', filter.urgency],
    ['area', filter.street],
    ['role', filter.role],
    ['handler', filter.handler],
    ['whistle', filter.whistle ? 'true' : ''],
    ['overdue', filter.late ? 'true' : ''],
  ]
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}
