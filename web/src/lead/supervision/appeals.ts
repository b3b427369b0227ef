import type { Profile } from '@/shared/auth/profile'
import type { Appeal } from '../types'

/** Digits of a street's code, and of a district's. */
const STREET = 9
const DISTRICT = 6

/**
 * Whether an account decides an appeal that is open: a supervisor of the street the first level, one of the district the
 * second, if they did not decide the first. The service refuses everybody else.
 */
export function decides(appeal: Appeal, profile: Profile | null): boolean {
  if (profile === null || appeal.state !== 'open' || !profile.roles.includes('supervisor')) return false
  if (appeal.hearings.some(({ decidedBy }) => decidedBy === profile.account)) return false
  const digits = appeal.level === 1 ? STREET : DISTRICT
  const street = appeal.place.street?.code ?? appeal.place.district?.code ?? ''
  return profile.areas.some((area) => area.length === digits && street.startsWith(area))
}
