import { Problem } from '@/shared/api'
import { locale } from '@/shared/i18n'

/** A code with its name. */
interface Named {
  readonly code?: string
  readonly name?: string
}

/** What whoever holds a code reads of a report; of a whistle-blower's only the state. */
export interface Tracking {
  readonly state: string
  /** The state as a sentence in the language asked for. */
  readonly says: string
  readonly ticketNo?: string
  readonly type?: Named
  readonly street?: Named
  readonly reportedAt?: string
  readonly dueAt?: string
  readonly resumesAt?: string
  readonly stages: readonly { readonly stage: string; readonly at?: string; readonly department?: Named }[]
  readonly results: readonly {
    readonly kind: string
    readonly department?: Named
    readonly text: string
    readonly at?: string
  }[]
  readonly ratingWanted: boolean
  readonly ratingUntil?: string
}

export interface Rating {
  readonly solved: boolean
  /** 1 to 5. */
  readonly stars: number
  readonly comment: string
}

/** Letters and digits of a code. */
export const CODE_LENGTH = 26
export const LONGEST_COMMENT = 500

/** A code as somebody typed or pasted it: in any case, with blanks or hyphens, O for 0, I and L for 1. */
export function codeOf(typed: string): string {
  return typed
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll('I', '1')
    .replaceAll('L', '1')
}

/** The code in groups, to be read out or compared. */
export function grouped(code: string): string {
  return code.replace(/(.{5})(?=.)/g, '$1 ')
}

async function call(path: string, init: RequestInit = {}): Promise<Tracking> {
  let response: Response
  try {
    const headers = { 'accept-language': locale.value, ...(init.body ? { 'content-type': 'application/json' } : {}) }
    // The code is the token: no other goes with it, whoever is signed in here.
    response = await fetch(path, { ...init, headers, credentials: 'omit', cache: 'no-store' })
  } catch (thrown) {
    throw Problem.of(thrown)
  }
  if (!response.ok) throw await Problem.from(response)
  return (await response.json()) as Tracking
}

const pathOf = (code: string) => `/api/feedback/tracking/${encodeURIComponent(code)}`

/** @throws Problem `not-found` when no report has this code */
export const follow = (code: string, signal: AbortSignal) => call(pathOf(code), { signal })

/** @throws Problem with the fields at fault; 409 when no rating is wanted */
export const rate = (code: string, rating: Rating) =>
  call(`${pathOf(code)}/rating`, { method: 'POST', body: JSON.stringify(rating) })
