import type { BacklogRow } from '../types'

/** The ages of what is open, as the service takes them to list what is behind each. */
export const AGES = [
  'under-one-day',
  'one-to-three-days',
  'three-to-seven-days',
  'seven-to-thirty-days',
  'over-thirty-days',
] as const

/** Every number of a row, in the order of the table. */
export const PARTS = ['open', 'overdue', 'about-to-breach', 'suspended', ...AGES] as const

export type BacklogPart = (typeof PARTS)[number]

/** The number of a row. */
export function numberOf(row: BacklogRow, part: BacklogPart): number {
  switch (part) {
    case 'open':
      return row.open
    case 'overdue':
      return row.overdue
    case 'about-to-breach':
      return row.aboutToBreach
    case 'suspended':
      return row.suspended
    case 'under-one-day':
      return row.ages.underOneDay
    case 'one-to-three-days':
      return row.ages.oneToThreeDays
    case 'three-to-seven-days':
      return row.ages.threeToSevenDays
    case 'seven-to-thirty-days':
      return row.ages.sevenToThirtyDays
    case 'over-thirty-days':
      return row.ages.overThirtyDays
  }
}
