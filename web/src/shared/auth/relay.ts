// The small page silent.html: hands what the provider answered to the page that opened this window or frame.
import { UserManager } from 'oidc-client-ts'

const relay = new UserManager({ authority: location.origin, client_id: 'relay', redirect_uri: location.href })
void (window.opener === null ? relay.signinSilentCallback() : relay.signinPopupCallback())
