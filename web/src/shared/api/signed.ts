import { locale } from '@/shared/i18n'
import { useSession } from '@/shared/auth/session'

function withHeaders(request: Request, token: string | null): Request {
  const headers = new Headers(request.headers)
  headers.set('accept-language', locale.value)
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  return new Request(request, { headers })
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
  const response = await fetch(withHeaders(input, session.accessToken()))
  if (response.status !== 401 || session.profile === null) return response
  return (await session.renew(unasked)) ? fetch(withHeaders(again, session.accessToken())) : response
}
