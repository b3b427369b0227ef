/** One field at fault: its path on the wire (`position.longitude`, `photos[2]`) and a sentence in the user's language. */
export interface FieldFault {
  readonly field: string
  readonly message: string
}

/** What went wrong, in kinds that pages treat differently. */
export type ProblemKind =
  /** The server was not reached. */
  | 'offline'
  /** Not signed in, and not signed in again. */
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  /** Somebody changed it first (412); read it again, then decide. */
  | 'faster'
  /** Fields or rules were not met; says which. */
  | 'refused'
  /** A service is away or failed; trying again may help. */
  | 'unavailable'

interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  errors?: FieldFault[]
}

/** A refusal of the server (RFC 9457), or no answer at all; `title` and `detail` are empty when no sentence came. */
export class Problem extends Error {
  readonly kind: ProblemKind
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number
  /** Stable code: what follows `urn:whistle:problem:`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldFault[]

  constructor(status: number, body: ProblemBody = {}) {
    super(body.detail ?? body.title ?? `status ${status}`)
    this.name = 'Problem'
    this.status = status
    this.kind = kindOf(status)
    this.code = (body.type ?? '').replace('urn:whistle:problem:', '')
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.errors = body.errors ?? []
  }

  /** What the server says of a field, and of all below it; empty when nothing. */
  of(field: string): string {
    return this.errors
      .filter(
        (fault) => fault.field === field || fault.field.startsWith(`${field}.`) || fault.field.startsWith(`${field}[`),
      )
      .map((fault) => fault.message)
      .join(' ')
  }

  /** A problem out of anything thrown. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown
    if (thrown instanceof TypeError) return new Problem(0)
    throw thrown
  }

  /** The problem that an answer carries. */
  static async from(response: Response, parsed?: unknown): Promise<Problem> {
    if (isBody(parsed)) return new Problem(response.status, parsed)
    try {
      const body: unknown = JSON.parse(await response.clone().text())
      return new Problem(response.status, isBody(body) ? body : {})
    } catch {
      return new Problem(response.status)
    }
  }
}

function isBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'title' in value
}

function kindOf(status: number): ProblemKind {
  switch (status) {
    case 0:
      return 'offline'
    case 401:
      return 'signed-out'
    case 403:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 412:
      return 'faster'
    default:
      return status >= 500 || status === 429 || status === 408 ? 'unavailable' : 'refused'
  }
}
