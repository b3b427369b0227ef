import type { Role } from '@/shared/auth/roles'

const STREET_DIGITS = 9
/** Who may read a whole ticket, as the service says. */
const READERS: readonly Role[] = ['dispatcher', 'supervisor', 'leader', 'community', 'administrator']

/**
 * Where the page of a ticket is for somebody; null for who may not open it: another role, or a ticket of a street that
 * their areas neither cover nor lie in.
 *
 * @param no the ticket's number, which begins with its street; without one only the role is asked
 */
export function ticketPath(
  id: string,
  no: string | null | undefined,
  who: { readonly roles: readonly Role[]; readonly areas: readonly string[] },
): string | null {
  if (!READERS.some((role) => who.roles.includes(role))) return null
  const street = /^\d{9}(?=-)/.exec(no ?? '')?.[0]
  const theirs = street === undefined || who.areas.some((area) => street.startsWith(area.slice(0, STREET_DIGITS)))
  return theirs ? `/console/tickets/${id}` : null
}
