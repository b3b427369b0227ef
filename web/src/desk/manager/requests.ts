import type { Schema } from '@/shared/api'

export type DepartmentRequest = Schema<'department', 'DepartmentRequest'>

/** What a manager says to a request. */
export type Answer = 'endorsement' | 'decline'

/** In the order of a request's way; what a manager has to answer first. */
export const REQUEST_STATES = ['waiting', 'sent', 'granted', 'refused', 'declined', 'withdrawn'] as const
