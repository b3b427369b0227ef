import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Item, NewItem, PhotoBytes } from './types'

const NAME = 'whistle-worker'
/** How long a receipt can be looked at, and how many of them, before they go. */
const RECEIPT_DAYS = 7
const RECEIPTS = 50

interface Schema extends DBSchema {
  items: { key: string; value: Item; indexes: { account: string } }
  photos: { key: string; value: PhotoBytes & { key: string } }
  kept: { key: string; value: { key: string; value: unknown; at: number } }
}

/** The browser has no room left. What was written stays on the page. */
export class StorageFull extends Error {
  constructor(cause: unknown) {
    super('the browser has no room left', { cause })
    this.name = 'StorageFull'
  }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('items', { keyPath: 'id' }).createIndex('account', 'account')
      db.createObjectStore('photos', { keyPath: 'key' })
      db.createObjectStore('kept', { keyPath: 'key' })
    },
    // Another tab with a newer version wants to change the database: it must not wait for this one.
    blocking: () => void close(),
    terminated: () => (opened = null),
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/** Closes the database; the next use opens it again. */
export async function close(): Promise<void> {
  const db = opened
  opened = null
  if (db !== null) (await db).close()
}

async function roomy<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError'
    throw full ? new StorageFull(error) : error
  }
}

/** All items, of all accounts, in the order they were filed. */
export async function items(): Promise<Item[]> {
  const all = await (await database()).getAll('items')
  return all.sort((a, b) => a.seq - b.seq)
}

/**
 * Files an item with its photos, all or nothing.
 *
 * @throws StorageFull when there is no room
 */
export async function file(
  id: string,
  account: string,
  what: NewItem,
  photos: readonly PhotoBytes[],
  now: number,
): Promise<Item> {
  return roomy(async () => {
    const tx = (await database()).transaction(['items', 'photos'], 'readwrite', { durability: 'strict' })
    tx.done.catch(() => undefined)
    const store = tx.objectStore('items')
    const before = await store.getAll()
    const item = {
      ...what,
      id,
      account,
      seq: Math.max(0, ...before.map(({ seq }) => seq)) + 1,
      createdAt: now,
      state: 'waiting',
      photos: photos.map((_, index) => ({ key: `${id}/${now}/${index}`, id: null })),
      attempts: 0,
      nextAt: 0,
      trouble: null,
      begun: false,
      revision: 0,
      photosAgain: false,
      refusal: null,
      sentAt: null,
      receipt: null,
    } as Item
    for (const [index, photo] of photos.entries()) {
      await tx.objectStore('photos').put({ ...photo, key: `${id}/${now}/${index}` })
    }
    await store.put(item)
    await tx.done
    return item
  })
}

/**
 * Changes an item as it is now, in one transaction. Photos that it no longer names, and those of what has arrived, go.
 *
 * @param change gives the new item, or the same for no change
 * @returns the item after it; undefined when it is no longer there
 */
export async function change(id: string, change: (item: Item) => Item): Promise<Item | undefined> {
  const tx = (await database()).transaction(['items', 'photos'], 'readwrite', { durability: 'strict' })
  const before = await tx.objectStore('items').get(id)
  if (before === undefined) return undefined
  const changed = change(before)
  if (changed !== before) {
    const held = new Set(changed.state === 'sent' ? [] : changed.photos.map(({ key }) => key))
    for (const { key } of before.photos) if (!held.has(key)) await tx.objectStore('photos').delete(key)
    await tx.objectStore('items').put(changed)
  }
  await tx.done
  return changed
}

/**
 * Puts other content and photos into an item that its author changes.
 *
 * @returns whether that was still possible
 * @throws StorageFull when there is no room
 */
export async function rewrite(
  id: string,
  what: NewItem,
  photos: readonly PhotoBytes[],
  allowed: (item: Item) => boolean,
  now: number,
): Promise<boolean> {
  return roomy(async () => {
    const tx = (await database()).transaction(['items', 'photos'], 'readwrite', { durability: 'strict' })
    tx.done.catch(() => undefined)
    const before = await tx.objectStore('items').get(id)
    if (before === undefined || before.kind !== what.kind || !allowed(before)) return false
    for (const { key } of before.photos) await tx.objectStore('photos').delete(key)
    const named = photos.map((photo, index) => ({ ...photo, key: `${id}/${now}/${index}` }))
    for (const photo of named) await tx.objectStore('photos').put(photo)
    await tx.objectStore('items').put({
      ...before,
      ...what,
      state: 'waiting',
      photos: named.map(({ key }) => ({ key, id: null })),
      attempts: 0,
      nextAt: 0,
      trouble: null,
      begun: false,
      refusal: null,
      photosAgain: false,
      revision: before.revision + 1,
    } as Item)
    await tx.done
    return true
  })
}

/** Removes an item with its photos. */
export async function remove(id: string): Promise<void> {
  const tx = (await database()).transaction(['items', 'photos'], 'readwrite')
  const item = await tx.objectStore('items').get(id)
  for (const { key } of item?.photos ?? []) await tx.objectStore('photos').delete(key)
  await tx.objectStore('items').delete(id)
  await tx.done
}

/** The bytes of a photo; undefined when they are no longer there. */
export async function photo(key: string): Promise<PhotoBytes | undefined> {
  return (await database()).get('photos', key)
}

/** Lets go of old receipts. */
export async function tidy(now: number): Promise<void> {
  const sent = (await items()).filter((item) => item.state === 'sent').sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))
  const old = (item: Item, index: number) =>
    index >= RECEIPTS || (item.sentAt ?? 0) < now - RECEIPT_DAYS * 24 * 60 * 60_000
  for (const item of sent.filter(old)) await remove(item.id)
}

/** Keeps something to be read without a network. @throws StorageFull when there is no room */
export async function keepAside(key: string, value: unknown, now: number): Promise<void> {
  await roomy(async () => (await database()).put('kept', { key, value, at: now }))
}

/** What was kept, and when; undefined when nothing was. */
export async function keptAside<T>(key: string): Promise<{ value: T; at: number } | undefined> {
  return (await database()).get('kept', key) as Promise<{ value: T; at: number } | undefined>
}

/** Forgets what was kept under keys that fit. */
export async function forgetAside(fits: (key: string) => boolean): Promise<void> {
  const tx = (await database()).transaction('kept', 'readwrite')
  for (const key of await tx.store.getAllKeys()) if (fits(key)) await tx.store.delete(key)
  await tx.done
}
