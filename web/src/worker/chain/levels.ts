import type { Role } from '@/shared/auth/roles'
import { LEVELS, type Level } from '../report/draft'

/** Who acts for a level; where a residential area has no branch, the community coordinates. */
const ACTS: Record<Level, readonly Role[]> = {
  'unit-steward': ['unit-steward'],
  'building-head': ['building-head'],
  'grid-worker': ['grid-worker'],
  branch: ['branch', 'community'],
  community: ['community'],
}

/** The levels that somebody with these roles acts for, their own first. */
export function ownLevels(roles: readonly Role[]): Level[] {
  return LEVELS.filter((level) => ACTS[level].some((role) => roles.includes(role))).sort(
    (a, b) => Number(roles.includes(b as Role)) - Number(roles.includes(a as Role)),
  )
}

/** The level above; the street above the community. */
export function above(level: string): string {
  const at = LEVELS.indexOf(level as Level)
  return LEVELS[at + 1] ?? 'street'
}

/** What is open at a matter: settled by an answer or passed up, by a deliberation, or nothing of ours. */
export function acts(
  matter: { level?: string; state?: string; matter?: string },
  roles: readonly Role[],
): 'answer' | 'deliberate' | 'none' {
  const ours = ownLevels(roles).includes(matter.level as Level)
  if (!ours || matter.state !== 'open') return 'none'
  return matter.matter === 'prominent' ? 'deliberate' : 'answer'
}

/** What was put to the choice, one a line. */
export function options(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A local date and time of the city, as a form has it, as an instant with offset; undefined for none. */
export function instantOf(local: string): string | undefined {
  return local === '' ? undefined : `${local}:00+08:00`
}
