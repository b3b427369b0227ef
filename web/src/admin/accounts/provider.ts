import { config } from '@/config'
import { Problem } from '@/shared/api'
import { signedFetch } from '@/shared/api/signed'
import { knownRoles, type Role } from '@/shared/auth/roles'
import { locale } from '@/shared/i18n'
import { personName } from '@/shared/people'

/** An account as the provider keeps it; what is not named here is left as it is when it is changed. */
export interface Account {
  readonly id: string
  readonly username: string
  readonly firstName?: string
  readonly lastName?: string
  readonly enabled: boolean
  readonly attributes?: Readonly<Record<string, readonly string[]>>
}

/** A role as the provider names it. */
export interface RoleOf {
  readonly id: string
  readonly name: string
}

/** Where the provider has its interface for accounts; null when it is one that has none we know. */
export function adminAddress(issuer: string): string | null {
  const [, before, realm] = /^(.*)\/realms\/([^/]+)\/?$/.exec(issuer) ?? []
  return before === undefined ? null : `${before}/admin/realms/${realm}`
}

/** The person's name as the provider has it, which knows one only; in English the district's own, where it has one. */
export function nameOf(account: Account): string {
  const name = [account.firstName, account.lastName].filter(Boolean).join(' ')
  return locale.value === 'en' ? personName(account.username, name) : name
}
export const areasOf = (account: Account) => account.attributes?.area ?? []
export const departmentOf = (account: Account) => account.attributes?.department?.[0] ?? ''

/** The roles of ours among the provider's own. */
export const ours = (roles: readonly RoleOf[]): Role[] => knownRoles(roles.map(({ name }) => name))

/** The account with other areas and another department; all else stays. */
export function changed(account: Account, areas: readonly string[], department: string, enabled: boolean): Account {
  const { department: _gone, ...rest } = account.attributes ?? {}
  return {
    ...account,
    enabled,
    attributes: { ...rest, area: [...areas], ...(department === '' ? {} : { department: [department] }) },
  }
}

/** What has to be given and taken so that an account has just the wanted roles of ours. */
export function roleChange(
  has: readonly RoleOf[],
  available: readonly RoleOf[],
  wanted: readonly Role[],
): { give: RoleOf[]; take: RoleOf[] } {
  const own = new Set<string>(ours(has))
  return {
    give: available.filter(({ name }) => !own.has(name) && wanted.some((role) => role === name)),
    take: has.filter(({ name }) => own.has(name) && !wanted.some((role) => role === name)),
  }
}

/** What keeps an account from working as its roles say; keys of messages. */
export function shortfalls(roles: readonly Role[], areas: readonly string[], department: string): string[] {
  const found: string[] = []
  if (areas.length === 0 && roles.some((role) => role !== 'resident')) found.push('areas')
  if (areas.some((code) => !/^(\d{6}|\d{9}|\d{12}|\d{15})$/.test(code))) found.push('code')
  if (department === '' && roles.some((role) => role === 'handler' || role === 'manager')) found.push('department')
  return found
}

async function call<T>(path: string, method = 'GET', body?: unknown, signal?: AbortSignal): Promise<T> {
  const base = adminAddress(config().issuer)
  if (base === null) throw new Problem(404)
  const init: RequestInit = { method, headers: { accept: 'application/json' } }
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { accept: 'application/json', 'content-type': 'application/json' }
  }
  if (signal !== undefined) init.signal = signal
  let response: Response
  try {
    response = await signedFetch(new Request(base + path, init))
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw Problem.of(thrown)
  }
  if (!response.ok) throw await refused(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** The provider's own refusal has another shape than the services'. */
async function refused(response: Response): Promise<Problem> {
  const stated = (await response.json().catch(() => ({}))) as { errorMessage?: string; error_description?: string }
  const detail = stated.errorMessage ?? stated.error_description
  return new Problem(response.status, detail === undefined ? {} : { title: detail, detail })
}

/** Accounts whose name or person's name has the words, in the order of their names. */
export function accounts(words: string, first: number, max: number, signal: AbortSignal): Promise<Account[]> {
  const query = new URLSearchParams({ briefRepresentation: 'false', first: String(first), max: String(max) })
  if (words !== '') query.set('search', `*${words}*`)
  return call(`/users?${query}`, 'GET', undefined, signal)
}

export function accountCount(words: string, signal: AbortSignal): Promise<number> {
  const query = words === '' ? '' : `?${new URLSearchParams({ search: `*${words}*` })}`
  return call(`/users/count${query}`, 'GET', undefined, signal)
}

export const account = (id: string) => call<Account>(`/users/${id}`)
export const rolesOf = (id: string, signal?: AbortSignal) =>
  call<RoleOf[]>(`/users/${id}/role-mappings/realm`, 'GET', undefined, signal)
const availableTo = (id: string) => call<RoleOf[]>(`/users/${id}/role-mappings/realm/available`)

/** Changes an account to have just these roles, areas and department. Can be repeated after having been cut short. */
export async function change(
  id: string,
  wanted: { roles: readonly Role[]; areas: readonly string[]; department: string; enabled: boolean },
): Promise<void> {
  const now = await account(id)
  await call(`/users/${id}`, 'PUT', changed(now, wanted.areas, wanted.department, wanted.enabled))
  const { give, take } = roleChange(await rolesOf(id), await availableTo(id), wanted.roles)
  if (give.length > 0) await call(`/users/${id}/role-mappings/realm`, 'POST', give)
  if (take.length > 0) await call(`/users/${id}/role-mappings/realm`, 'DELETE', take)
}
