import { knownRoles, type Role } from './roles'

/** Who is signed in, as the access token says it. Not a secret, and no token. */
export interface Profile {
  /** The account's name. */
  readonly account: string
  /** The person's name as the provider shows it. */
  readonly name: string
  readonly roles: readonly Role[]
  /** Place codes of 6, 9, 12 or 15 digits that the account sees. */
  readonly areas: readonly string[]
  /** The department's code; null for who belongs to none. */
  readonly department: string | null
}

interface Claims {
  preferred_username?: string
  name?: string
  realm_access?: { roles?: string[] }
  area?: string | string[]
  department?: string
}

/**
 * Reads the claims of an access token. They are only used to show what the services allow; each service checks the
 * token itself.
 *
 * @throws Error when it is no JWT
 */
export function profileOf(accessToken: string): Profile {
  const body = accessToken.split('.')[1]
  if (body === undefined) throw new Error('the access token is no JWT')
  const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0))
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Claims
  const area = claims.area ?? []
  return {
    account: claims.preferred_username ?? '',
    name: claims.name ?? claims.preferred_username ?? '',
    roles: knownRoles(claims.realm_access?.roles ?? []),
    areas: Array.isArray(area) ? area : [area],
    department: claims.department ?? null,
  }
}
