import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '@/shared/auth/session'
import { signedFetch } from './signed'

const answers: Response[] = []
const sent: Request[] = []
const caches: (RequestCache | undefined)[] = []
vi.stubGlobal('fetch', async (request: Request, init?: RequestInit) => {
  sent.push(request)
  caches.push(init?.cache)
  return answers.shift() ?? new Response('{}', { status: 200 })
})

function signedInAs(token: string) {
  const session = useSession()
  session.profile = { account: 'a', name: 'A', roles: ['dispatcher'], areas: [], department: null }
  session.accessToken = () => token
  return session
}

afterEach(() => {
  answers.length = 0
  sent.length = 0
  caches.length = 0
})

describe('a request of the signed-in user', () => {
  it('carries token and language', async () => {
    signedInAs('t1')
    await signedFetch(new Request('http://localhost/api/x'))
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer t1')
    expect(sent[0]?.headers.get('accept-language')).toBe('zh-CN')
  })

  it('is kept by the browser only when it is nobody’s secret', async () => {
    signedInAs('t1')
    await signedFetch(new Request('http://localhost/api/department/assignments/1'))
    await signedFetch(new Request('http://localhost/api/intake/places?level=street'))
    expect(caches).toEqual(['no-store', 'default'])
  })

  it('is sent again with the new token and the same body after a 401', async () => {
    const session = signedInAs('old')
    session.renew = async () => {
      session.accessToken = () => 'new'
      return true
    }
    answers.push(new Response('', { status: 401 }))
    const response = await signedFetch(new Request('http://localhost/api/x', { method: 'POST', body: '{"a":1}' }))
    expect(response.status).toBe(200)
    expect(sent.map((request) => request.headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new'])
    expect(await sent[1]?.text()).toBe('{"a":1}')
  })

  it('is answered 401 when the user does not sign in again', async () => {
    const session = signedInAs('old')
    session.renew = async () => false
    answers.push(new Response('', { status: 401 }))
    expect((await signedFetch(new Request('http://localhost/api/x'))).status).toBe(401)
    expect(sent).toHaveLength(1)
  })
})
