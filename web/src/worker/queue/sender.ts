import { after, next, type Outcome } from './machine'
import type { Item, PhotoBytes, QueuedPhoto } from './types'

/** Where the items are kept. */
export interface Shelf {
  items(): Promise<Item[]>
  change(id: string, change: (item: Item) => Item): Promise<Item | undefined>
  photo(key: string): Promise<PhotoBytes | undefined>
}

/** How items get to the server, as one account and never as another. */
export interface Transport {
  /** Uploads a photo. @returns its id, or why not */
  upload(
    account: string,
    kind: Item['kind'],
    photo: PhotoBytes,
  ): Promise<{ id: string } | Exclude<Outcome, { is: 'delivered' }>>
  /** Sends an item whose photos are all uploaded. */
  send(item: Item): Promise<Outcome>
}

/** How a run ended. */
export type RunEnd =
  /** Nothing waits any more. */
  | { readonly why: 'done' }
  /** Something waits until an instant, because of what happened to it. */
  | { readonly why: 'waiting'; readonly until: number; readonly trouble: 'unreachable' | 'unavailable' }
  /** The author has to sign in. */
  | { readonly why: 'signed-out' }

/** What a sender needs of the world. */
export interface World {
  now(): number
  /** 0 to 1. */
  random(): number
  /** Called before an item is sent with its id, after it with null. */
  sending(id: string | null): void
}

/**
 * Sends an account's items one after another until none is due. Whoever calls it makes sure that only one runs at a time
 * for all tabs; were there two, the server would still take each item once.
 */
export async function drain(account: string, shelf: Shelf, transport: Transport, world: World): Promise<RunEnd> {
  for (;;) {
    const items = await shelf.items()
    const step = next(items, account, world.now())
    if (step.do === 'nothing') return { why: 'done' }
    if (step.do === 'wait') {
      const held = items.find((item) => item.account === account && item.state === 'waiting')
      return { why: 'waiting', until: step.until, trouble: held?.trouble ?? 'unavailable' }
    }
    world.sending(step.item.id)
    const outcome = await attempt(step.item, shelf, transport).finally(() => world.sending(null))
    if (outcome === 'changed') continue
    await shelf.change(step.item.id, (item) => {
      // Where tabs cannot exclude each other another one may have settled it; that it has arrived outweighs all else.
      const ours = item.revision === step.item.revision && (item.state === 'waiting' || outcome.is === 'delivered')
      return ours ? after(item, outcome, world.now(), world.random()) : item
    })
    if (outcome.is === 'signed-out') return { why: 'signed-out' }
  }
}

/** One attempt; `changed` when its author changed or removed it before it was sent. */
async function attempt(item: Item, shelf: Shelf, transport: Transport): Promise<Outcome | 'changed'> {
  let present = item
  for (const [index, queued] of item.photos.entries()) {
    if (queued.id !== null) continue
    const uploaded = await uploadOne(item, index, queued, shelf, transport)
    if ('is' in uploaded) return uploaded
    // Remembered at once: a photo that was uploaded is not uploaded again, whatever happens now.
    const noted = await shelf.change(item.id, (seen) =>
      seen.revision === item.revision ? { ...seen, photos: withId(seen.photos, queued.key, uploaded.id) } : seen,
    )
    if (noted === undefined || noted.revision !== item.revision) return 'changed'
    present = noted
  }
  // From here on it may have arrived, even if the tab is closed the next moment.
  const begun = await shelf.change(item.id, (seen) =>
    seen.revision === item.revision && seen.state === 'waiting' ? { ...seen, begun: true } : seen,
  )
  if (begun === undefined || begun.revision !== item.revision || begun.state !== 'waiting') return 'changed'
  return transport.send({ ...present, begun: true })
}

async function uploadOne(
  item: Item,
  index: number,
  queued: QueuedPhoto,
  shelf: Shelf,
  transport: Transport,
): Promise<{ id: string } | Exclude<Outcome, { is: 'delivered' }>> {
  const photo = await shelf.photo(queued.key)
  if (photo === undefined) {
    return { is: 'refused', refusal: { code: 'photo-missing', detail: '', errors: [] } }
  }
  const answer = await transport.upload(item.account, item.kind, photo)
  if ('is' in answer && answer.is === 'refused') {
    const { code, detail } = answer.refusal
    return { is: 'refused', refusal: { code, detail, errors: [{ field: `photos[${index}]`, message: detail }] } }
  }
  return answer
}

function withId(photos: readonly QueuedPhoto[], key: string, id: string): QueuedPhoto[] {
  return photos.map((photo) => (photo.key === key && photo.id === null ? { key, id } : photo))
}
