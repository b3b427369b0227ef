import { locale } from '@/shared/i18n'
import { useSession } from '@/shared/auth/session'

/**
 * The district's outlines are large and nobody's secret, so the browser keeps them. Nothing else: what a service answers is
 * personal, and its tag is that of the thing and not of the language it was told in.
 */
const isKept = (request: Request) => new URL(request.url).pathname === '/api/intake/places'

function withHeaders(request: Request, token: string | null): Request {
  const headers = new Headers(request.headers)
  // A caller that needs the words of both languages says which one it asks for.
  if (!headers.has('accept-language')) headers.set('accept-language', locale.value)
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  return new Request(request, { headers })
}

function send(request: Request, token: string | null): Promise<Response> {
  return fetch(withHeaders(request, token), { cache: isKept(request) ? 'default' : 'no-store' })
}

/**
 * `fetch` as the signed-in user, in the user's language. After a 401 the sign-in is renewed, silently or by the user,
 * and the request sent once more; the page that waits for it keeps all it holds.
 *
 * @param unasked true for what runs by itself: it does not wait for a person to sign in
 * @throws TypeError when there was no answer
 */
export async function signedFetch(input: Request, unasked = false): Promise<Response> {
  const session = useSession()
  const again = input.clone()
  const response = await send(input, session.accessToken())
  if (response.status !== 401 || session.profile === null) return response
  return (await session.renew(unasked)) ? send(again, session.accessToken()) : response
}
