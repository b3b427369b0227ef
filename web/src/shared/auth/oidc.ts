/* eslint-disable no-restricted-globals -- PKCE's own state, never a token, lives in sessionStorage */
import { InMemoryWebStorage, UserManager, WebStorageStateStore, type UserManagerSettings } from 'oidc-client-ts'
import type { Config } from '@/config'

/** Where the provider sends the browser back to after the sign-in of a whole page. */
export const SIGNED_IN_PATH = '/signed-in'

/**
 * Settings of the OIDC client: authorization code with PKCE. Tokens are held in memory only, so a closed or reloaded page
 * has none; it comes back by `prompt=none` while the provider's own session lasts.
 */
export function settings(config: Config, language: string): UserManagerSettings {
  return {
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: location.origin + SIGNED_IN_PATH,
    silent_redirect_uri: location.origin + '/silent.html',
    post_logout_redirect_uri: location.origin + '/',
    response_type: 'code',
    scope: 'openid profile',
    ui_locales: language,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'whistle-pkce.' }),
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: 60,
    silentRequestTimeoutInSeconds: 10,
    loadUserInfo: false,
    monitorSession: false,
  }
}

/** The client that keeps the sign-in of this page. */
export function userManager(config: Config, language: string): UserManager {
  return new UserManager(settings(config, language))
}
