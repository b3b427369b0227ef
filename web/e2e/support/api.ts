import { randomUUID } from 'node:crypto'
import { expect, request, type APIRequestContext, type APIResponse } from '@playwright/test'
import { accountFor, type Account } from './accounts'

const BASE = process.env.WHISTLE_URL ?? 'http://localhost:8080'
const tokens = new Map<string, { token: string; until: number }>()

/** A real account at the REST interface, to arrange what a page is to show. */
export class User {
  private constructor(
    readonly account: Account,
    private readonly http: APIRequestContext,
  ) {}

  /** Signs in with the client that the terminal uses. */
  static async as(account: Account): Promise<User> {
    const http = await request.newContext({ baseURL: BASE })
    return new User(account, http)
  }

  private async headers(version?: string): Promise<Record<string, string>> {
    const known = tokens.get(this.account.username)
    if (known === undefined || known.until < Date.now()) {
      const response = await this.http.post('/identity/realms/whistle/protocol/openid-connect/token', {
        form: {
          grant_type: 'password',
          client_id: 'whistle-cli',
          username: this.account.username,
          password: this.account.password,
        },
      })
      const body = await succeeded<{ access_token: string; expires_in: number }>(response)
      tokens.set(this.account.username, { token: body.access_token, until: Date.now() + (body.expires_in - 30) * 1000 })
    }
    const authorization = `Bearer ${tokens.get(this.account.username)?.token ?? ''}`
    return version === undefined ? { authorization } : { authorization, 'if-match': version }
  }

  /** Reads; fails the test when it is refused. */
  async get<T>(path: string): Promise<T> {
    return succeeded<T>(await this.http.get(path, { headers: await this.headers() }))
  }

  /** Reads with the version for the next change. */
  async read<T>(path: string): Promise<{ data: T; etag: string }> {
    const response = await this.http.get(path, { headers: await this.headers() })
    return { data: await succeeded<T>(response), etag: response.headers().etag ?? '' }
  }

  /** A command, on the version that was read if it needs one. */
  async post<T>(path: string, data: unknown = {}, version?: string): Promise<T> {
    return succeeded<T>(await this.http.post(path, { data, headers: await this.headers(version) }))
  }

  /** Replaces something, on the version that was read. */
  async put<T>(path: string, data: unknown, version: string): Promise<T> {
    return succeeded<T>(await this.http.put(path, { data, headers: await this.headers(version) }))
  }

  /** Takes something away; fails the test when it is refused. */
  async delete(path: string, version?: string): Promise<void> {
    await succeeded(await this.http.delete(path, { headers: await this.headers(version) }))
  }

  /** Reads until the answer fits: another service has yet to hear of it. */
  async until<T>(path: string, fits: (answer: T) => boolean, timeout = 30_000): Promise<T> {
    let answer: T | undefined
    await expect
      .poll(
        async () => {
          const response = await this.http.get(path, { headers: await this.headers() })
          if (!response.ok()) return false
          answer = (await response.json()) as T
          return fits(answer)
        },
        { timeout, intervals: [100, 200, 400], message: `${path} as ${this.account.username}` },
      )
      .toBe(true)
    return answer as T
  }
}

async function succeeded<T>(response: APIResponse): Promise<T> {
  const text = await response.text()
  if (!response.ok()) throw new Error(`${response.url()} → ${response.status()} ${text}`)
  return (text === '' ? null : JSON.parse(text)) as T
}

/** A point within the sample district's grid 370102009001001 (甸柳街道), WGS 84. */
export const POINT = { longitude: 117.0702, latitude: 36.6585, datum: 'wgs84' }

/** A grid worker reports a matter; by default a broken cover that goes to the water company by itself. */
export async function report(body: Record<string, unknown> = {}): Promise<{ id: string; ticketNo: string }> {
  const worker = await User.as(accountFor('grid-worker', { area: '370102009' }))
  return worker.post('/api/intake/reports', {
    clientId: randomUUID(),
    type: 'C0101',
    condition: 'b',
    matter: 'coordination',
    text: '人行道上井盖破损，行人有跌落危险',
    position: POINT,
    address: '甸柳新村一区 3 号楼东侧',
    ...body,
  })
}
