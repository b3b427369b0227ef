/** What happens to one request, for tests. */
export type Fate =
  | 'fine'
  /** It never reached the server. */
  | 'request-lost'
  /** The server acted, but nobody heard. */
  | 'answer-lost'
  /** The tab was closed before the server acted, or after. */
  | 'closed-before'
  | 'closed-after'
  | 'down'
  | 'refused'
  | 'expired'

/** The tab is gone in the middle of a request. */
export class Closed extends Error {}

interface Filed {
  account: string
  clientId: string
  body: string
}

/** The services as far as the queue sees them: idempotent on the client's id, strict about photos. */
export class FakeServer {
  readonly filed: Filed[] = []
  readonly photos = new Map<string, { account: string; boundTo: string | null }>()
  uploads = 0
  /** What happens to the next requests, one after another; then all is fine. */
  fates: Fate[] = []
  /** Answers loops, by ticket. */
  loops = new Map<string, unknown>()
  readonly verified: { path: string; version: string; body: string }[] = []
  verify: (version: string) => Response = () => json({ state: 'awaiting-answer' }, 200)

  readonly fetch = async (path: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const fate = this.fates.shift() ?? 'fine'
    const headers = init.headers as Record<string, string>
    const account = headers.authorization?.replace('Bearer of ', '') ?? ''
    switch (fate) {
      case 'request-lost':
        throw new TypeError('Failed to fetch')
      case 'closed-before':
        throw new Closed()
      case 'down':
        return json({ title: 'down' }, 503)
      case 'expired':
        return json({ title: 'expired' }, 401)
      case 'refused':
        return json({ title: 'no', type: 'urn:whistle:problem:unknown-type', detail: 'unknown type', errors: [] }, 422)
      default: {
        const answer = this.act(String(path), account, init)
        if (fate === 'answer-lost') throw new TypeError('Failed to fetch')
        if (fate === 'closed-after') throw new Closed()
        return answer
      }
    }
  }

  private act(path: string, account: string, init: RequestInit): Response {
    if (path.endsWith('/photos')) {
      const id = `photo-${++this.uploads}`
      this.photos.set(id, { account, boundTo: null })
      return json({ id }, 201)
    }
    if (path.endsWith('/verification')) {
      const version = (init.headers as Record<string, string>)['if-match'] ?? ''
      this.verified.push({ path, version, body: String(init.body) })
      return this.verify(version)
    }
    if (path.startsWith('/api/feedback/loops/')) return json(this.loops.get(path) ?? {}, 200)
    return this.report(account, String(init.body))
  }

  private report(account: string, body: string): Response {
    const { clientId, photos } = JSON.parse(body) as { clientId: string; photos: string[] }
    const before = this.filed.find((filed) => filed.account === account && filed.clientId === clientId)
    if (before !== undefined) {
      return before.body === body
        ? json({ ticketNo: `T-${clientId}` }, 200)
        : json({ title: 'taken', type: 'urn:whistle:problem:client-id-taken' }, 409)
    }
    const wrong = photos.filter((id) => {
      const photo = this.photos.get(id)
      return photo?.account !== account || photo.boundTo !== null
    })
    if (wrong.length > 0) return json({ title: 'photo', type: 'urn:whistle:problem:photo-not-yours' }, 422)
    for (const id of photos) this.photos.set(id, { account, boundTo: clientId })
    this.filed.push({ account, clientId, body })
    return json({ ticketNo: `T-${clientId}` }, 201)
  }
}

export function json(body: unknown, status: number): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
