/** The roles of the realm, `realm_access.roles`. */
export const ROLES = [
  'grid-worker',
  'unit-steward',
  'building-head',
  'branch',
  'community',
  'dispatcher',
  'handler',
  'manager',
  'supervisor',
  'leader',
  'call-agent',
  'administrator',
  'operator',
  'resident',
] as const

export type Role = (typeof ROLES)[number]

/** A place of the pages, with the roles it belongs to. */
export interface Place {
  readonly name: PlaceName
  readonly path: string
  readonly roles: readonly Role[]
}

export type PlaceName = 'worker' | 'console' | 'desk' | 'lead' | 'calls' | 'admin'

/** In the order in which somebody with several roles lands. */
export const PLACES: readonly Place[] = [
  {
    name: 'worker',
    path: '/worker',
    roles: ['grid-worker', 'unit-steward', 'building-head', 'branch', 'community', 'resident'],
  },
  { name: 'console', path: '/console', roles: ['dispatcher'] },
  { name: 'desk', path: '/desk', roles: ['handler', 'manager'] },
  { name: 'lead', path: '/lead', roles: ['supervisor', 'leader'] },
  { name: 'calls', path: '/calls', roles: ['call-agent'] },
  { name: 'admin', path: '/admin', roles: ['administrator', 'operator'] },
]

/** The roles that the pages know, out of what a token says. */
export function knownRoles(stated: readonly string[]): Role[] {
  return ROLES.filter((role) => stated.includes(role))
}

/** The places of somebody with these roles, the first is where they land. */
export function placesOf(roles: readonly Role[]): Place[] {
  return PLACES.filter((place) => place.roles.some((role) => roles.includes(role)))
}
