import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'

const claims = { preferred_username: 'd1', name: 'D', realm_access: { roles: ['dispatcher'] }, area: ['370102'] }
const user = { access_token: `e30.${btoa(JSON.stringify(claims))}.x` }
const loaded: ((user: unknown) => void)[] = []
const manager = {
  events: {
    addUserLoaded: (listener: (user: unknown) => void) => loaded.push(listener),
    addSilentRenewError: () => {},
    load: async (signedIn: unknown) => loaded.forEach((listener) => listener(signedIn)),
  },
  signinSilent: vi.fn(),
  storeUser: async () => {},
}
vi.mock('./oidc', () => ({ userManager: () => manager }))
vi.mock('@/config', () => ({ config: () => ({}) }))
const popup = vi.fn()
vi.mock('./popup', () => ({ signInByPopup: (...args: unknown[]) => popup(...args) }))
const { useSession } = await import('./session')

beforeEach(() => {
  loaded.length = 0
  manager.signinSilent.mockReset()
  popup.mockReset()
})

it('renews silently once for all who ask at the same time', async () => {
  manager.signinSilent.mockResolvedValue(user)
  const session = useSession()
  expect(await Promise.all([session.renew(), session.renew(), session.renew()])).toEqual([true, true, true])
  expect(manager.signinSilent).toHaveBeenCalledTimes(1)
  expect(session.accessToken()).toBe(user.access_token)
  expect(session.expired).toBe(false)
})

it('asks the user when that fails, and lets what waited go on', async () => {
  manager.signinSilent.mockRejectedValue(new Error('login_required'))
  popup.mockResolvedValue(user)
  const session = useSession()
  const answers: boolean[] = []
  void session.renew().then((signedIn) => answers.push(signedIn))
  void session.renew().then((signedIn) => answers.push(signedIn))
  await flushPromises()
  expect(session.expired).toBe(true)
  expect(answers).toEqual([])
  await session.signInAgain()
  await flushPromises()
  expect(answers).toEqual([true, true])
  expect(session.expired).toBe(false)
})

it('lets what waited fail when the user does not want to', async () => {
  manager.signinSilent.mockRejectedValue(new Error('login_required'))
  const session = useSession()
  const answer = session.renew()
  await flushPromises()
  session.notNow()
  expect(await answer).toBe(false)
})

it('does not make what runs by itself wait for a person', async () => {
  manager.signinSilent.mockRejectedValue(new Error('login_required'))
  expect(await useSession().renew(true)).toBe(false)
})
