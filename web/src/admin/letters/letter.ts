import type { Known, Schema } from '@/shared/api'
import type { Service } from '../merged'

/** A record that a service could not process. */
export type Letter = Known<Schema<'dispatch', 'DeadLetter'>, 'id' | 'topic' | 'cause' | 'failedAt' | 'attempts'> & {
  readonly service: Service
}

/** What became of a replay. */
export type Replay = { readonly state: 'busy' | 'done' } | { readonly state: 'failed'; readonly why: string }

export const keyOf = ({ service, id }: Letter) => `${service} ${id}`

/** A body as one can read it: JSON with breaks, everything else as it is. */
export function pretty(payload: string | null | undefined): string {
  if (payload === null || payload === undefined) return ''
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}

/** The part of a payload that is shown, when there is more; in bytes. */
export function cut(letter: Letter): { shown: number; all: number } | null {
  const all = letter.payloadSize ?? 0
  const shown = new TextEncoder().encode(letter.payload ?? '').length
  return all > shown ? { shown, all } : null
}

/** The ticket that a record is about, when its key or subject is an id. */
export function subjectOf(letter: Letter): string | null {
  const subject = letter.headers?.ce_subject ?? letter.key
  return typeof subject === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subject) ? subject : null
}

/** What sort of record it is: its event type without prefix and version. */
export function typeOf(letter: Letter): string {
  const type = letter.headers?.ce_type
  return typeof type === 'string' ? type.replace(/^whistle\./, '').replace(/\.v\d+$/, '') : ''
}

/** Whether it never reached its topic: it is one of the service's own events. */
export const isOwn = (letter: Letter) => (letter.partition ?? 0) < 0
