import { OidcClient, User } from 'oidc-client-ts'
import type { Config } from '@/config'
import { settings } from './oidc'
import { CHANNEL, type Relayed } from './relayed'

/**
 * Signs in in a window of its own, so that the page below keeps all it holds. The answer comes over a channel of our
 * origin and not from `window.opener`, which a Cross-Origin-Opener-Policy, ours or the provider's, takes away.
 *
 * Called from a click, or the browser opens no window. A window that the user closes without signing in is not noticed;
 * the next call takes its place.
 *
 * @param signal ends the waiting
 * @throws Error when no window could be opened, or the provider refused
 */
export async function signInByPopup(config: Config, language: string, signal: AbortSignal): Promise<User> {
  const popup = window.open('about:blank', 'whistle-sign-in', 'popup,width=480,height=680')
  if (popup === null) throw new Error('the browser opened no window')
  const client = new OidcClient({ ...settings(config, language), redirect_uri: location.origin + '/silent.html' })
  const request = await client.createSigninRequest({ request_type: 'si:p' })
  const answer = new Promise<string>((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = ({ data }: MessageEvent<Relayed>) => {
      // Another page of ours may be signing in at the same time.
      if (new URL(data.url).searchParams.get('state') !== request.state.id) return
      channel.close()
      resolve(data.url)
    }
    signal.addEventListener('abort', () => {
      channel.close()
      popup.close()
      reject(new DOMException('not waited for any more', 'AbortError'))
    })
  })
  popup.location.replace(request.url)
  const response = await client.processSigninResponse(await answer)
  return new User({
    ...response,
    id_token: response.id_token,
    access_token: response.access_token,
    token_type: response.token_type,
    profile: response.profile,
    userState: response.userState,
  })
}
