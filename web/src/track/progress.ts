import type { Tracking } from './tracking'

/** The five stages of the loop. */
export const STAGES = ['collect', 'discover', 'dispatch', 'handle', 'feedback'] as const
export type StageName = (typeof STAGES)[number]

export interface Step {
  readonly stage: StageName
  readonly status: 'done' | 'now' | 'ahead'
  /** When it was passed, as far as that is known. */
  readonly at?: string
  /** Who handles it. */
  readonly department?: string
}

/** The stage that a matter is in; behind the last when it is over. */
const IN: Readonly<Record<string, number>> = {
  reported: 1,
  community: 1,
  queued: 2,
  reopened: 2,
  handling: 3,
  suspended: 3,
  'awaiting-verification': 4,
  'awaiting-answer': 4,
  solved: 5,
  closed: 5,
}

/** What each stage's time is taken from, the later first. */
const TIMES: Readonly<Record<StageName, readonly string[]>> = {
  collect: ['reported'],
  discover: [],
  dispatch: ['dispatched'],
  handle: ['handled'],
  feedback: ['closed'],
}

/**
 * How far a matter is; empty for what took another way: not accepted, settled by the community, joined to another, and
 * for whistle-blowers, of whose report only the state is told.
 */
export function stepsOf(tracking: Tracking): Step[] {
  const present = IN[tracking.state]
  if (present === undefined || tracking.stages.length === 0) return []
  // After a reopening it goes through the stages again; the report stays the first.
  const reopened = tracking.stages.map(({ stage }) => stage).lastIndexOf('reopened')
  const round = tracking.stages.filter((passed, index) => index > reopened || passed.stage === 'reported')
  const last = (names: readonly string[]) => round.findLast(({ stage }) => names.includes(stage))
  return STAGES.map((stage, index): Step => {
    const status = index < present ? 'done' : index === present ? 'now' : 'ahead'
    const at = status === 'done' ? last(TIMES[stage])?.at : undefined
    const department =
      stage === 'handle' && status !== 'ahead'
        ? last(['dispatched', 'accepted', 'handled'])?.department?.name
        : undefined
    return { stage, status, ...(at === undefined ? {} : { at }), ...(department === undefined ? {} : { department }) }
  })
}

/** Whether nothing more will happen by itself. */
export function isOver(state: string): boolean {
  return ['solved', 'closed', 'settled', 'not-accepted', 'registered', 'merged'].includes(state)
}
