import { locale } from '@/shared/i18n'
import { Problem, type Schema } from '@/shared/api'
import type { Outcome } from './machine'
import type { Transport } from './sender'
import type { Item, PhotoBytes, Receipt, Refusal, ReportItem, VerificationItem } from './types'

type LoopDetail = Schema<'feedback', 'LoopDetail'>

/** An upload or a report over a bad network takes its time; one that takes longer is tried again. */
const PATIENCE = 60_000

/** Who is signed in now, and how to become so again without asking anybody. */
export interface SignIn {
  /** The account signed in; null for nobody. */
  account(): string | null
  token(): string | null
  /** Renews the sign-in without waiting for a person. @returns whether there is a token now */
  renew(): Promise<boolean>
}

/** The queue's way to the services. It never sends with the token of anybody but the item's author. */
export function transportOf(signIn: SignIn, fetcher: typeof fetch = fetch): Transport {
  /** @throws Problem 401 when the author is not signed in, 0 when there was no answer */
  async function call(account: string, path: string, init: RequestInit): Promise<Response> {
    const attempt = async () => {
      const token = signIn.token()
      if (token === null || signIn.account() !== account) return null
      const headers = { ...init.headers, 'accept-language': locale.value, authorization: `Bearer ${token}` }
      return fetcher(path, { ...init, headers, signal: AbortSignal.timeout(PATIENCE) })
    }
    let response = await attempt()
    if (response === null || response.status === 401) {
      response = (await signIn.renew()) ? await attempt() : null
    }
    if (response === null) throw new Problem(401)
    if (!response.ok) throw await Problem.from(response)
    return response
  }

  const post = (account: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(account, path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { ...headers, 'content-type': 'application/json' },
    })

  async function report(item: ReportItem): Promise<Outcome> {
    const body = { ...item.content, clientId: item.id, photos: item.photos.map(({ id }) => id) }
    const response = await post(item.account, '/api/intake/reports', body)
    return { is: 'delivered', receipt: (await response.json()) as Receipt }
  }

  async function verification(item: VerificationItem): Promise<Outcome> {
    const { ticketId, seen, ...content } = item.content
    const path = `/api/feedback/loops/${encodeURIComponent(ticketId)}`
    const body = { ...content, photos: item.photos.map(({ id }) => id) }
    let version = seen.version
    for (let tries = 0; ; tries++) {
      try {
        const response = await post(item.account, `${path}/verification`, body, { 'if-match': `"${version}"` })
        return { is: 'delivered', receipt: { state: ((await response.json()) as { state: string }).state } }
      } catch (thrown) {
        const problem = problemOf(thrown)
        if (problem.status !== 412 && problem.status !== 409) throw problem
        const detail = (await (await call(item.account, path, {})).json()) as LoopDetail
        const judged = judge(item, detail)
        if (judged === 'delivered') return { is: 'delivered', receipt: { state: detail.loop?.state ?? '' } }
        if (judged === 'overtaken' || problem.status === 409 || tries >= 3) throw problem
        version = detail.loop?.version ?? version
      }
    }
  }

  return {
    async upload(account: string, kind: Item['kind'], photo: PhotoBytes) {
      const path = kind === 'report' ? '/api/intake/photos' : '/api/feedback/photos'
      try {
        const response = await call(account, path, {
          method: 'POST',
          body: photo.bytes,
          headers: { 'content-type': photo.type },
        })
        const { id } = (await response.json()) as { id: string }
        return { id }
      } catch (thrown) {
        return failed(problemOf(thrown))
      }
    },

    async send(item: Item) {
      try {
        return await (item.kind === 'report' ? report(item) : verification(item))
      } catch (thrown) {
        return failed(problemOf(thrown))
      }
    },
  }
}

/**
 * What a loop says about a verification that was answered "changed since" or "waits for none": ours has arrived, only
 * bookkeeping has changed, or somebody else was faster or the body has handled it anew.
 */
export function judge(item: VerificationItem, detail: LoopDetail): 'delivered' | 'again' | 'overtaken' {
  const ours = new Set(item.photos.map(({ id }) => id))
  const mine = (detail.verifications ?? []).some(
    ({ by, photos, note, verifiedAt }) =>
      by === item.account &&
      (ours.size > 0
        ? (photos ?? []).some((id) => ours.has(id))
        : (note ?? '') === item.content.note && Date.parse(verifiedAt ?? '') >= item.createdAt),
  )
  if (mine) return 'delivered'
  const { state, round, reworks } = detail.loop ?? {}
  const same = round === item.content.seen.round && reworks === item.content.seen.reworks
  return state === 'awaiting-verification' && same ? 'again' : 'overtaken'
}

/** What a failure means for an item. */
export function failed(problem: Problem): Exclude<Outcome, { is: 'delivered' }> {
  switch (problem.kind) {
    case 'offline':
      return { is: 'unreachable' }
    case 'unavailable':
      return { is: 'unavailable' }
    case 'signed-out':
      return { is: 'signed-out' }
    default: {
      const { code, detail, title, errors } = problem
      const refusal: Refusal = { code, detail: detail === '' ? title : detail, errors }
      return code === 'photo-not-yours' ? { is: 'photos-lost', refusal } : { is: 'refused', refusal }
    }
  }
}

function problemOf(thrown: unknown): Problem {
  // Timed out, or an answer that broke off.
  if (thrown instanceof DOMException || thrown instanceof SyntaxError) return new Problem(0)
  return Problem.of(thrown)
}
