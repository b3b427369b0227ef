import type { Known, Schema } from '@/shared/api'

/** A draft as the services state it. */
export type Draft = Known<
  Schema<'dispatch', 'PolicyDraft'>,
  'id' | 'version' | 'title' | 'baseVersion' | 'state' | 'createdBy' | 'createdAt' | 'changedBy' | 'changedAt'
>

export type DraftState = 'open' | 'scheduled' | 'activated' | 'outdated' | 'discarded'
export const DRAFT_STATES: readonly DraftState[] = ['open', 'scheduled', 'activated', 'outdated', 'discarded']

/** Whether other rules have come into force since a draft in work was begun, so that it can only be left. */
export function isLate(draft: Pick<Draft, 'state' | 'baseVersion'>, inForce: string | undefined): boolean {
  return draft.state === 'open' && inForce !== undefined && inForce !== draft.baseVersion
}

/** The state a reader is told; the service leaves a late draft open, for its author to discard. */
export function shownState(draft: Pick<Draft, 'state' | 'baseVersion'>, inForce: string | undefined): string {
  return isLate(draft, inForce) ? 'outdated' : draft.state
}

/** The look of a draft's state. */
export function tone(state: string): string {
  if (state === 'open') return ''
  if (state === 'scheduled') return 'wait'
  return state === 'activated' ? 'good' : 'quiet'
}

/** The instant from which a draft holds that is to hold from a day on: the city's midnight. */
export function fromDay(day: string): string {
  return `${day}T00:00:00+08:00`
}
