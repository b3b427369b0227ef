import type { Known, Schema } from '@/shared/api'

export type Proposal = Known<
  Schema<'dispatch', 'RuleProposal'>,
  | 'id'
  | 'state'
  | 'ticketId'
  | 'ticketNo'
  | 'type'
  | 'condition'
  | 'place'
  | 'lead'
  | 'note'
  | 'proposedBy'
  | 'proposedAt'
>

export type ProposalState = 'open' | 'adopted' | 'dismissed'
export const PROPOSAL_STATES: readonly ProposalState[] = ['open', 'adopted', 'dismissed']

/** An id for the rule that a proposal makes: what it is about, and of which ticket it comes so that two do not meet. */
export function freeId({ type, condition, place, ticketNo }: Proposal): string {
  return `R-${type}-${condition}-${place}-${ticketNo.replace(/[^A-Za-z0-9]/g, '').slice(-6)}`
}
