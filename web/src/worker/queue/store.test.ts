import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { after } from './machine'
import * as store from './store'
import { item } from './testing'

const PHOTO = { bytes: new Uint8Array([7]).buffer as ArrayBuffer, type: 'image/jpeg' }
const content = { kind: 'report' as const, content: item().content }
const DAY = 24 * 60 * 60_000

beforeEach(async () => {
  await store.close()
  globalThis.indexedDB = new IDBFactory()
})

describe('the store', () => {
  it('keeps items and photos when it is closed and opened again', async () => {
    const { photos } = await store.file('a', 'me', content, [PHOTO], 5)
    await store.close()
    expect(await store.items()).toMatchObject([{ id: 'a', account: 'me', seq: 1, createdAt: 5 }])
    expect(await store.photo(photos[0]!.key)).toMatchObject({ type: 'image/jpeg' })
  })

  it('tells when there is no room, and then holds nothing of it', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(store.file('a', 'me', content, [PHOTO], 5)).rejects.toBeInstanceOf(store.StorageFull)
    put.mockRestore()
    expect(await store.items()).toEqual([])
  })

  it('lets go of photos with their item', async () => {
    const { photos } = await store.file('a', 'me', content, [PHOTO], 5)
    await store.remove('a')
    expect(await store.photo(photos[0]!.key)).toBeUndefined()
  })

  it('tidies receipts away after a week, never what waits', async () => {
    await store.file('old', 'me', content, [], 0)
    await store.file('fresh', 'me', content, [], 0)
    await store.file('waits', 'me', content, [], 0)
    await store.change('old', (it) => after(it, { is: 'delivered', receipt: {} }, 0, 0))
    await store.change('fresh', (it) => after(it, { is: 'delivered', receipt: {} }, 5 * DAY, 0))
    await store.tidy(8 * DAY)
    expect((await store.items()).map(({ id }) => id)).toEqual(['fresh', 'waits'])
  })

  it('keeps things aside and forgets those that fit', async () => {
    await store.keepAside('draft:me', { text: 'x' }, 3)
    await store.keepAside('catalogue', [], 3)
    expect(await store.keptAside('draft:me')).toMatchObject({ value: { text: 'x' }, at: 3 })
    await store.forgetAside((key) => key.startsWith('draft:'))
    expect(await store.keptAside('draft:me')).toBeUndefined()
    expect(await store.keptAside('catalogue')).toBeDefined()
  })
})
