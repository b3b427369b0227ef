import type { LocationQuery } from 'vue-router'
import type { Order } from './order'

/** What the list shows; kept in the address, so that a list can be sent to a colleague. Empty stands for anything. */
export interface Filters {
  readonly state: State
  readonly urgency: string
  readonly type: string
  readonly community: string
  readonly department: string
  readonly q: string
  readonly order: Order
}

/** `open` is what the street still has to follow. */
export const STATES = [
  'open',
  'queued',
  'return-pending',
  'dispatched',
  'completed',
  'closed',
  'not-accepted',
  'merged',
] as const
export type State = (typeof STATES)[number]

export const URGENCIES = ['U0', 'U1', 'U2', 'U3', 'U4'] as const
const ORDERS: readonly Order[] = ['urgent', 'due', 'filed']

const one = (value: LocationQuery[string] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''
const among = <T extends string>(known: readonly T[], value: string, otherwise: T): T =>
  known.find((word) => word === value) ?? otherwise

/** The filters an address names; what it names wrongly is not filtered by. */
export function filtersOf(query: LocationQuery): Filters {
  return {
    state: among(STATES, one(query.state), 'open'),
    urgency: among(['', ...URGENCIES], one(query.urgency), ''),
    type: one(query.type).slice(0, 16),
    community: /^\d{12}$/.test(one(query.community)) ? one(query.community) : '',
    department: one(query.department).slice(0, 64),
    q: one(query.q).slice(0, 100),
    order: among(ORDERS, one(query.order), 'urgent'),
  }
}

/** The address of filters: only what differs from nothing. */
export function queryOf(filters: Filters): Record<string, string> {
  const query: Record<string, string> = {}
  if (filters.state !== 'open') query.state = filters.state
  if (filters.order !== 'urgent') query.order = filters.order
  for (const name of ['urgency', 'type', 'community', 'department', 'q'] as const) {
    if (filters[name].trim() !== '') query[name] = filters[name].trim()
  }
  return query
}

/** What the server is asked for, but the state. */
export function parametersOf(filters: Filters): Record<string, string> {
  return Object.fromEntries(Object.entries(queryOf(filters)).filter(([name]) => name !== 'state' && name !== 'order'))
}

/** The states to read one after the other: what waits for the street comes first. */
export function statesOf(filters: Filters): readonly string[] {
  return filters.state === 'open' ? ['return-pending', 'queued', 'dispatched'] : [filters.state]
}

/** Whether anything but the usual is filtered by. */
export function isFiltered(filters: Filters): boolean {
  return filters.state !== 'open' || Object.keys(parametersOf(filters)).length > 0
}
