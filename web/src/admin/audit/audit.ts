import type { Known, Schema } from '@/shared/api'
import { keep, kept } from '@/shared/kept'
import type { Service } from '../merged'

export type AuditRecord = Known<
  Schema<'dispatch', 'AuditRecord'>,
  'seq' | 'at' | 'actor' | 'action' | 'subjectType' | 'subjectId' | 'hash' | 'previous'
> & { readonly service: Service }

export type Verification = Known<
  Schema<'dispatch', 'AuditVerification'>,
  'valid' | 'records' | 'firstSeq' | 'headSeq' | 'headHash' | 'signed' | 'unsealed' | 'verifiedAt'
>

/** What is looked for; blank for anything. */
export interface AuditFilter {
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** Days, both included. */
  readonly from: string
  readonly to: string
}

export const NOTHING: AuditFilter = { actor: '', action: '', subject: '', from: '', to: '' }

/** The filter as the services take it: their `to` is not included any more. */
export function parametersOf({ actor, action, subject, from, to }: AuditFilter): Record<string, string> {
  const next = to === '' ? '' : new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return { actor: actor.trim(), action, subject: subject.trim(), from, to: next }
}

/** A head that this browser saw at an earlier verification. */
export interface Head {
  readonly seq: number
  readonly hash: string
  readonly at: string
}

const KEPT = 'whistle-audit-heads'

/** The heads of before; with them a verification also proves that it is still the same chain. */
export const knownHeads = (): Partial<Record<Service, Head>> => kept(KEPT) ?? {}

/** Remembers the head of a whole chain; one of a broken chain would hide later what was known before. */
export function remember(service: Service, { valid, headSeq, headHash, verifiedAt }: Verification): void {
  if (valid && headSeq > 0) keep(KEPT, { ...knownHeads(), [service]: { seq: headSeq, hash: headHash, at: verifiedAt } })
}

/** What there is on record that people do; offered as a choice, anything else can be written. */
export const ACTIONS = [
  'ticket-dispatched',
  'ticket-not-accepted',
  'return-approved',
  'return-refused',
  'extension-granted',
  'extension-refused',
  'suspension-granted',
  'suspension-refused',
  'consultation-opened',
  'consultation-concluded',
  'leg-rated',
  'rule-proposed',
  'proposal-adopted',
  'proposal-dismissed',
  'draft-begun',
  'draft-changed',
  'draft-scheduled',
  'draft-activated',
  'draft-discarded',
  'district-loaded',
  'asset-owner-registered',
  'ticket-merged',
  'ticket-unmerged',
  'reporter-viewed',
  'reporter-unmasked',
  'reporter-viewed-refused',
  'reporter-unmasked-refused',
  'personal-data-erased',
  'wish-contact-viewed',
  'assignment-accepted',
  'progress-noted',
  'assignment-completed',
  'return-requested',
  'extension-requested',
  'suspension-requested',
  'request-raised',
  'request-declined',
  'checked-in',
  'ownership-answered',
  'verification-passed',
  'rework-ordered',
  'reporter-answered',
  'callback-attempted',
  'ticket-closed',
  'ticket-chased',
  'alert-acknowledged',
  'appeal-filed',
  'appeal-decided',
  'community-rated',
  'rebuild-requested',
  'dead-letter-replayed',
] as const
