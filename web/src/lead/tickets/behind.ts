import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'

/** Which list stands behind a number: of a rate, of a stage now, or of the backlog. */
export type ListName = 'rate' | 'stage' | 'backlog'

const PATHS: Record<ListName, string> = {
  rate: '/api/feedback/sla/tickets',
  stage: '/api/feedback/overview/tickets',
  backlog: '/api/feedback/backlog/tickets',
}

const PAGE = '/lead/tickets'

/** What the services take to find the tickets; all else in the address is for the heading. */
const PARAMETERS = [
  'rate',
  'part',
  'stage',
  'by',
  'hours',
  'from',
  'to',
  'street',
  'community',
  'grid',
  'department',
  'type',
] as const

type Parameter = (typeof PARAMETERS)[number]
export type Filter = Partial<Record<Parameter, string>>

/** A number's list as the address of its page holds it. */
export interface Behind {
  readonly list: ListName
  readonly filter: Filter
  /** How many there were when the number was read; null when it is not said. */
  readonly count: number | null
  /** Name of the body or place it is about, for the heading. */
  readonly about: string
}

/**
 * The path of the tickets behind a number, from the URI template its row has for all of them (RFC 6570: it ends with
 * `{&rate,part}`).
 */
export function ticketsBehind(template: string | undefined, rate: string, part: 'numerator' | 'denominator') {
  return template?.replace(/\{&rate,part\}$/, `&rate=${encodeURIComponent(rate)}&part=${part}`)
}

/** The page of the tickets that a service's path names, as `/api/feedback/sla/tickets?…`; null for other paths. */
export function pageOfPath(path: string, count: number, about?: string): RouteLocationRaw | null {
  const url = new URL(path, location.origin)
  const list = (Object.keys(PATHS) as ListName[]).find((name) => PATHS[name] === url.pathname)
  return list === undefined ? null : pageOf(list, Object.fromEntries(url.searchParams), count, about)
}

/** The page of the tickets behind a number. */
export function pageOf(list: ListName, filter: Filter, count: number, about?: string): RouteLocationRaw {
  const query: LocationQueryRaw = { list, n: count }
  for (const name of PARAMETERS) if (filter[name] !== undefined) query[name] = filter[name]
  if (about) query.about = about
  return { path: PAGE, query }
}

/** What an address of the page asks for; null when it asks for nothing that there is. */
export function behindOf(query: Readonly<Record<string, unknown>>): Behind | null {
  const list = text(query.list)
  if (list === undefined || !Object.hasOwn(PATHS, list)) return null
  const filter: Filter = {}
  for (const name of PARAMETERS) {
    const value = text(query[name])
    if (value !== undefined) filter[name] = value
  }
  const count = Number(text(query.n) ?? NaN)
  return {
    list: list as ListName,
    filter,
    count: Number.isInteger(count) && count >= 0 ? count : null,
    about: text(query.about) ?? '',
  }
}

/** The service's path for one page of the list. */
export function apiPath({ list, filter }: Behind, cursor: string | undefined, limit: number): string {
  const parameters = new URLSearchParams({ ...filter, limit: String(limit) })
  if (cursor !== undefined) parameters.set('cursor', cursor)
  return `${PATHS[list]}?${parameters}`
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
