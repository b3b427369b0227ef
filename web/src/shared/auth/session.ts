import { defineStore } from 'pinia'
import { ErrorResponse, type User, type UserManager } from 'oidc-client-ts'
import { computed, ref, shallowRef } from 'vue'
import { config } from '@/config'
import { forget, keep, kept } from '@/shared/kept'
import { locale } from '@/shared/i18n'
import { userManager } from './oidc'
import { signInByPopup } from './popup'
import { profileOf, type Profile } from './profile'
import { placesOf, type Role } from './roles'

const LAST = 'whistle-last-profile'

/**
 * Who is signed in. States: nobody (`profile` null); signed in; `expired`, when the sign-in ran out and could not be
 * renewed silently, so that {@link SignInAgain} is shown above the page, which keeps all its state; and `offline`, when
 * a worker opened the pages without a network: who was here last may write reports that are sent once signed in again.
 */
export const useSession = defineStore('session', () => {
  const profile = shallowRef<Profile | null>(null)
  const expired = ref(false)
  const offline = ref(false)
  let token: string | null = null
  let manager: UserManager | null = null
  let renewing: Promise<boolean> | null = null
  let asking: AbortController | null = null
  let waiting: ((signedIn: boolean) => void)[] = []

  const roles = computed<readonly Role[]>(() => profile.value?.roles ?? [])
  const places = computed(() => placesOf(roles.value))

  /** Whether the account has one of the roles. What a role may not do is not shown; the services refuse it as well. */
  function may(...wanted: Role[]): boolean {
    return wanted.some((role) => roles.value.includes(role))
  }

  function oidc(): UserManager {
    if (manager === null) {
      manager = userManager(config(), locale.value)
      manager.events.addUserLoaded(accept)
      manager.events.addSilentRenewError((error) => console.warn('silent renewal failed:', error.message))
    }
    return manager
  }

  function accept(user: User): void {
    const next = profileOf(user.access_token)
    const changed = profile.value !== null && profile.value.account !== next.account
    token = user.access_token
    profile.value = next
    expired.value = false
    offline.value = false
    keep(LAST, next)
    answer(true)
    // Somebody else signed in over the page of the one before: nothing of it may stay.
    if (changed) location.assign('/')
  }

  function answer(signedIn: boolean): void {
    const asked = waiting
    waiting = []
    for (const resolve of asked) resolve(signedIn)
  }

  /** The access token, for the Authorization header; null when there is none. */
  function accessToken(): string | null {
    return token
  }

  /**
   * Comes back after a reload without asking anybody anything.
   *
   * @returns whether somebody is signed in, or may go on as who was here last while there is no network
   */
  async function restore(): Promise<boolean> {
    if (profile.value !== null) return true
    const last = kept<Profile>(LAST)
    if (last === null) return false
    try {
      const user = await oidc().signinSilent()
      if (user !== null) accept(user)
      return user !== null
    } catch (error) {
      if (error instanceof ErrorResponse || navigator.onLine) return false
      profile.value = last
      offline.value = true
      return true
    }
  }

  /** Leaves this page for the provider's sign-in and comes back to `returnTo`. */
  async function signIn(returnTo: string): Promise<void> {
    await oidc().signinRedirect({ state: { returnTo } })
  }

  /** The provider has sent the browser back. @returns where the user wanted to go */
  async function signedIn(): Promise<string> {
    const user = await oidc().signinRedirectCallback()
    accept(user)
    const state = user.state as { returnTo?: unknown } | undefined
    const returnTo = state?.returnTo
    return typeof returnTo === 'string' && /^\/(?!\/)/.test(returnTo) ? returnTo : '/'
  }

  /**
   * After a 401: renews silently, once for all who ask at the same time; when that fails, shows the sign-in above the
   * page and waits for it.
   *
   * @param unasked true for what runs by itself (a live stream): does not wait for a person
   * @returns whether there is a new token to try again with
   */
  async function renew(unasked = false): Promise<boolean> {
    renewing ??= oidc()
      .signinSilent()
      .then((user) => {
        if (user !== null) accept(user)
        return user !== null
      })
      .catch(() => false)
      .finally(() => (renewing = null))
    if (await renewing) return true
    if (!navigator.onLine) return false
    expired.value = true
    if (unasked) return false
    return new Promise((resolve) => waiting.push(resolve))
  }

  /**
   * Signs in again in a window of its own; called from a click. A second call gives up waiting for the first.
   *
   * @throws Error when it was not completed; DOMException `AbortError` when it was given up
   */
  async function signInAgain(): Promise<void> {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const user = await signInByPopup(config(), locale.value, mine.signal)
    await oidc().storeUser(user)
    await oidc().events.load(user)
  }

  /** The user does not want to sign in now: what was asked for fails, the page stays as it is. */
  function notNow(): void {
    asking?.abort()
    expired.value = false
    answer(false)
  }

  /** Ends the session here and at the provider. */
  async function signOut(): Promise<void> {
    forget(LAST)
    token = null
    await oidc().signoutRedirect()
  }

  return {
    profile,
    roles,
    places,
    expired,
    offline,
    may,
    accessToken,
    restore,
    signIn,
    signedIn,
    renew,
    signInAgain,
    notNow,
    signOut,
  }
})
