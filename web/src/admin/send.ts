import { Problem, type Answer } from '@/shared/api'
import { signedFetch } from '@/shared/api/signed'

/**
 * A request whose body or answer is a file.
 *
 * @throws Problem when the server refused or was not reached
 */
export async function send(
  method: string,
  address: string,
  options: { body?: string | Blob; type?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Answer<Response>> {
  const headers = { ...options.headers, ...(options.type === undefined ? {} : { 'content-type': options.type }) }
  const init: RequestInit = { method, headers }
  if (options.body !== undefined) init.body = options.body
  if (options.signal !== undefined) init.signal = options.signal
  let response: Response
  try {
    response = await signedFetch(new Request(new URL(address, location.origin), init))
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw Problem.of(thrown)
  }
  if (!response.ok) throw await Problem.from(response)
  return { data: response, etag: response.headers.get('etag') ?? '', response }
}

/**
 * Reads JSON at an address that each of the services has, such as `/api/intake/audit`.
 *
 * @param query parameters; blank ones are left out
 * @throws Problem when the server refused or was not reached
 */
export async function readJson<T>(
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
  signal?: AbortSignal,
): Promise<T> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')
  const address = given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
  const { data } = await send('GET', address, {
    headers: { accept: 'application/json' },
    ...(signal === undefined ? {} : { signal }),
  })
  return (await data.json()) as T
}
