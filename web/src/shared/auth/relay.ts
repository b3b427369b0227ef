// The small page silent.html: hands what the provider answered to the page that opened this frame or window.
import { UserManager } from 'oidc-client-ts'
import { CHANNEL, type Relayed } from './relayed'

if (window.parent === window) {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage({ url: location.href } satisfies Relayed)
  channel.close()
  window.close()
} else {
  void new UserManager({
    authority: location.origin,
    client_id: 'relay',
    redirect_uri: location.href,
  }).signinSilentCallback()
}
