import type { Role } from '@/shared/auth/roles'

/** Who looks at a wish or an entry. */
export interface Who {
  readonly account: string
  readonly roles: readonly Role[]
  /** The department's code; null for who belongs to none. */
  readonly department: string | null
}

const has = (who: Who, ...roles: Role[]) => roles.some((role) => who.roles.includes(role))

/** Whether they act for the community: the community itself, or the branch of a residential area. */
export const organises = (who: Who): boolean => has(who, 'community', 'branch')

/** The body they act for; null for everybody else. */
export const bodyOf = (who: Who): string | null => (has(who, 'handler', 'manager') ? who.department : null)

/** Whether they lend a hand themselves, as a neighbour or for a body; the sides that lead and supervise do not. */
export const helps = (who: Who): boolean =>
  bodyOf(who) !== null || has(who, 'resident', 'unit-steward', 'building-head', 'grid-worker', 'branch', 'community')

/** Whether they may post wishes, their own or a resident's. */
export const posts = (who: Who): boolean =>
  has(who, 'resident', 'unit-steward', 'building-head', 'grid-worker', 'branch', 'community')

/** Tags as they are written in one line, with commas, semicolons or blanks of either script between them. */
export function tagsOf(line: string): string[] {
  return [...new Set(line.split(/[\s,;\u3001\uff0c\uff1b]+/u).filter((tag) => tag !== ''))]
}
