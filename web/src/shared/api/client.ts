import createClient from 'openapi-fetch'
import { Problem } from './problem'
import { signedFetch } from './signed'
import type * as department from './schema/department'
import type * as dispatch from './schema/dispatch'
import type * as feedback from './schema/feedback'
import type * as intake from './schema/intake'

const options = { baseUrl: '', fetch: (request: Request) => signedFetch(request) }

/** The four services, typed by their OpenAPI documents. Pages await a call through {@link ok}. */
export const api = {
  intake: createClient<intake.paths, 'application/json'>(options),
  dispatch: createClient<dispatch.paths, 'application/json'>(options),
  department: createClient<department.paths, 'application/json'>(options),
  feedback: createClient<feedback.paths, 'application/json'>(options),
}

/** The types of the services' documents: `Schema<'dispatch', 'TicketLine'>`. */
export interface Schemas {
  intake: intake.components['schemas']
  dispatch: dispatch.components['schemas']
  department: department.components['schemas']
  feedback: feedback.components['schemas']
}
export type Schema<S extends keyof Schemas, N extends keyof Schemas[S]> = Schemas[S][N]

/** The documents call every field optional; this says which ones are always there. */
export type Known<T, K extends keyof T> = T & { [P in K]-?: NonNullable<T[P]> }

/** A success: the body, and the version it was read at. */
export interface Answer<T> {
  readonly data: T
  /** Value of the `ETag`, for {@link ifMatch}; empty when there is none. */
  readonly etag: string
  readonly response: Response
}

/**
 * Awaits a call.
 *
 * @throws Problem when the server refused or was not reached
 */
export async function ok<D>(
  call: Promise<{ data?: D; error?: unknown; response: Response }>,
): Promise<Answer<NonNullable<D>>> {
  let answer
  try {
    answer = await call
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw Problem.of(thrown)
  }
  const { data, error, response } = answer
  if (!response.ok) throw await Problem.from(response, error)
  return { data: data as NonNullable<D>, etag: response.headers.get('etag') ?? '', response }
}

/** The header of a change on the version that was read: an `ETag`, or the number that a list shows as `version`. */
export function ifMatch(version: string | number): { 'If-Match': string } {
  return { 'If-Match': typeof version === 'number' ? `"${version}"` : version }
}
