import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { mayChange } from './machine'
import { drain, type RunEnd } from './sender'
import { Closed, FakeServer, type Fate } from './server.testing'
import * as store from './store'
import { item } from './testing'
import { transportOf } from './transport'

const PHOTO = { bytes: new Uint8Array([1, 2, 3]).buffer as ArrayBuffer, type: 'image/jpeg' }
const content = (text: string) => ({ kind: 'report' as const, content: { ...item().content, text } })

let server: FakeServer
let now: number
let signedIn: string | null
const sendingSeen: (string | null)[] = []

const run = (account = 'me'): Promise<RunEnd> =>
  drain(
    account,
    store,
    transportOf(
      {
        account: () => signedIn,
        token: () => (signedIn === null ? null : `of ${signedIn}`),
        renew: () => Promise.resolve(signedIn !== null),
      },
      server.fetch as typeof fetch,
    ),
    { now: () => now, random: () => 0.5, sending: (id) => sendingSeen.push(id) },
  )

/** The browser is opened again as often as it takes, each time later. */
async function eventually(account = 'me'): Promise<void> {
  for (let opened = 0; opened < 40; opened++) {
    try {
      if ((await run(account)).why === 'done') return
    } catch (error) {
      if (!(error instanceof Closed)) throw error
      await store.close()
    }
    now += 10 * 60_000
  }
  throw new Error('it never came to an end')
}

beforeEach(async () => {
  await store.close()
  globalThis.indexedDB = new IDBFactory()
  server = new FakeServer()
  now = 1_000_000
  signedIn = 'me'
  sendingSeen.length = 0
})

describe('sending', () => {
  it('sends in order, each with its photos, and forgets their bytes', async () => {
    await store.file('one', 'me', content('一'), [PHOTO, PHOTO], now)
    await store.file('two', 'me', content('二'), [], now)
    expect(await run()).toEqual({ why: 'done' })
    expect(server.filed.map(({ clientId }) => clientId)).toEqual(['one', 'two'])
    expect(JSON.parse(server.filed[0]!.body).photos).toEqual(['photo-1', 'photo-2'])
    const [one] = await store.items()
    expect(one).toMatchObject({ state: 'sent', receipt: { ticketNo: 'T-one' } })
    expect(await store.photo(one!.photos[0]!.key)).toBeUndefined()
    expect(sendingSeen).toEqual(['one', null, 'two', null])
  })

  it('uploads each photo once, whatever happens after it', async () => {
    await store.file('one', 'me', content('一'), [PHOTO, PHOTO], now)
    server.fates = ['fine', 'request-lost', 'fine', 'down', 'answer-lost']
    await eventually()
    expect(server.uploads).toBe(2)
    expect(server.filed).toHaveLength(1)
  })

  const FATES: Fate[] = ['request-lost', 'answer-lost', 'closed-before', 'closed-after', 'down', 'expired']
  const orders = FATES.flatMap((a) => FATES.flatMap((b) => [...FATES, 'fine' as const].map((c) => [a, b, c])))

  it(`files each report exactly once after every ${orders.length} orders of three mishaps, at each step`, async () => {
    for (const order of orders) {
      for (const spared of [0, 1, 2]) {
        await store.close()
        globalThis.indexedDB = new IDBFactory()
        server = new FakeServer()
        server.fates = [...(Array(spared).fill('fine') as Fate[]), ...order]
        await store.file('one', 'me', content('一'), [PHOTO], now)
        await store.file('two', 'me', content('二'), [], now)
        await eventually()
        const told = `${spared} fine, then ${order.join(', ')}`
        expect(
          server.filed.map(({ clientId }) => clientId),
          told,
        ).toEqual(['one', 'two'])
        expect(
          (await store.items()).map(({ state }) => state),
          told,
        ).toEqual(['sent', 'sent'])
      }
    }
  }, 60_000)

  it('two tabs at once still file each report once', async () => {
    await store.file('one', 'me', content('一'), [PHOTO], now)
    await store.file('two', 'me', content('二'), [], now)
    await Promise.all([run(), run()])
    await eventually()
    expect(server.filed.map(({ clientId }) => clientId).sort()).toEqual(['one', 'two'])
    expect((await store.items()).every(({ state }) => state === 'sent')).toBe(true)
  })

  it('passes by one on which the service keeps failing, and comes back to it', async () => {
    await store.file('one', 'me', content('一'), [], now)
    await store.file('two', 'me', content('二'), [], now)
    server.fates = ['down', 'down', 'down', 'down', 'down']
    await eventually()
    expect(server.filed.map(({ clientId }) => clientId)).toEqual(['two', 'one'])
  })

  it('keeps the order when the network is away, and says until when it waits', async () => {
    await store.file('one', 'me', content('一'), [], now)
    await store.file('two', 'me', content('二'), [], now)
    server.fates = ['request-lost']
    expect(await run()).toEqual({ why: 'waiting', until: now + 2000, trouble: 'unreachable' })
    expect(server.filed).toEqual([])
    now += 2000
    expect(await run()).toEqual({ why: 'done' })
    expect(server.filed.map(({ clientId }) => clientId)).toEqual(['one', 'two'])
  })
})

describe('a refusal', () => {
  it('waits for its author and does not keep back the others', async () => {
    await store.file('one', 'me', content('一'), [], now)
    await store.file('two', 'me', content('二'), [], now)
    server.fates = ['refused']
    expect(await run()).toEqual({ why: 'done' })
    const [one, two] = await store.items()
    expect(one).toMatchObject({ state: 'refused', refusal: { code: 'unknown-type', detail: 'unknown type' } })
    expect(two?.state).toBe('sent')
  })

  it('of a photo names the photo', async () => {
    await store.file('one', 'me', content('一'), [PHOTO, PHOTO], now)
    server.fates = ['fine', 'refused']
    await run()
    expect((await store.items())[0]?.refusal?.errors).toEqual([{ field: 'photos[1]', message: 'unknown type' }])
  })

  it('is corrected under the same id', async () => {
    await store.file('one', 'me', content('一'), [PHOTO], now)
    server.fates = ['fine', 'refused']
    await run()
    expect(await store.rewrite('one', content('改'), [PHOTO], mayChange, now + 1)).toBe(true)
    await run()
    expect(server.filed).toHaveLength(1)
    expect(JSON.parse(server.filed[0]!.body)).toMatchObject({ clientId: 'one', text: '改', photos: ['photo-2'] })
  })
})

describe('its author', () => {
  it('cannot change what may have arrived', async () => {
    await store.file('one', 'me', content('一'), [], now)
    server.fates = ['answer-lost']
    await run()
    expect(await store.rewrite('one', content('改'), [], mayChange, now)).toBe(false)
    await eventually()
    expect(JSON.parse(server.filed[0]!.body)).toMatchObject({ text: '一' })
  })

  it('changes it while its photos are on the way: the new one is sent', async () => {
    await store.file('one', 'me', content('一'), [PHOTO], now)
    const plain = server.fetch
    let changed = false
    Object.assign(server, {
      fetch: async (path: string, init: RequestInit) => {
        if (path.endsWith('/photos') && !changed) {
          changed = await store.rewrite('one', content('改'), [PHOTO], mayChange, now + 1)
        }
        return plain(path, init)
      },
    })
    await eventually()
    expect(changed).toBe(true)
    expect(server.filed).toHaveLength(1)
    expect(JSON.parse(server.filed[0]!.body)).toMatchObject({ text: '改', photos: ['photo-2'] })
  })

  it('removes it meanwhile: it does not come back', async () => {
    await store.file('one', 'me', content('一'), [PHOTO], now)
    const plain = server.fetch
    Object.assign(server, {
      fetch: async (path: string, init: RequestInit) => {
        if (path.endsWith('/photos')) await store.remove('one')
        return plain(path, init)
      },
    })
    expect(await run()).toEqual({ why: 'done' })
    expect(server.filed).toEqual([])
    expect(await store.items()).toEqual([])
  })
})

describe('accounts', () => {
  it('never send what another has written', async () => {
    await store.file('hers', 'her', content('她的'), [PHOTO], now)
    await store.file('mine', 'me', content('我的'), [], now)
    expect(await run('me')).toEqual({ why: 'done' })
    expect(server.filed.map(({ account, clientId }) => [account, clientId])).toEqual([['me', 'mine']])
    signedIn = 'her'
    await eventually('her')
    expect(server.filed[1]).toMatchObject({ account: 'her', clientId: 'hers' })
  })

  it('do not change in the middle: when somebody else signs in, it stops', async () => {
    await store.file('one', 'me', content('一'), [PHOTO], now)
    const plain = server.fetch
    Object.assign(server, {
      fetch: async (path: string, init: RequestInit) => {
        signedIn = 'her'
        return plain(path, init)
      },
    })
    expect(await run('me')).toEqual({ why: 'signed-out' })
    expect(server.filed).toEqual([])
    expect((await store.items())[0]).toMatchObject({ state: 'waiting', attempts: 0 })
  })

  it('that are signed out keep everything and lose no attempt', async () => {
    await store.file('one', 'me', content('一'), [], now)
    signedIn = null
    expect(await run()).toEqual({ why: 'signed-out' })
    expect((await store.items())[0]).toMatchObject({ state: 'waiting', begun: false, nextAt: 0 })
    signedIn = 'me'
    await eventually()
    expect(server.filed).toHaveLength(1)
  })
})

describe('photos that the server threw away', () => {
  it('are uploaded again by themselves', async () => {
    await store.file('one', 'me', content('一'), [PHOTO], now)
    server.fates = ['fine', 'request-lost']
    await run()
    server.photos.clear()
    now += 60_000
    expect(await run()).toEqual({ why: 'done' })
    expect(JSON.parse(server.filed[0]!.body).photos).toEqual(['photo-2'])
  })
})
