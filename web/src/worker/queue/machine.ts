import type { Item, Refusal } from './types'

/** What came of an attempt to send an item. */
export type Outcome =
  | { readonly is: 'delivered'; readonly receipt: NonNullable<Item['receipt']> }
  /** No answer came. */
  | { readonly is: 'unreachable' }
  /** A service is away, or asks for patience. */
  | { readonly is: 'unavailable' }
  /** Nobody is signed in as its author. */
  | { readonly is: 'signed-out' }
  /** The server has thrown away the uploaded photos, since the report came too long after them. */
  | { readonly is: 'photos-lost'; readonly refusal: Refusal }
  | { readonly is: 'refused'; readonly refusal: Refusal }

/** Longest wait between two attempts, milliseconds. */
export const LONGEST_WAIT = 5 * 60_000
const FIRST_WAIT = 2_000
/** After so many attempts in a row that the service has answered with an error, an item no longer keeps back those behind it. */
export const GIVE_WAY = 5

/**
 * How long to wait after a number of attempts, milliseconds: doubled each time.
 *
 * @param random 0 to 1, so that phones that came back together do not all ask together
 */
export function waitAfter(attempts: number, random: number): number {
  const wait = Math.min(FIRST_WAIT * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT)
  return Math.round(wait * (0.8 + 0.4 * random))
}

/** The item after an attempt. */
export function after(item: Item, outcome: Outcome, now: number, random: number): Item {
  switch (outcome.is) {
    case 'delivered':
      return { ...item, state: 'sent', begun: false, trouble: null, sentAt: now, receipt: outcome.receipt } as Item
    case 'unreachable':
    case 'unavailable': {
      const attempts = item.trouble === outcome.is ? item.attempts + 1 : 1
      return { ...item, attempts, nextAt: now + waitAfter(attempts, random), trouble: outcome.is }
    }
    case 'signed-out':
      // It was refused before anything was looked at.
      return { ...item, begun: false }
    case 'photos-lost':
      return item.photosAgain
        ? refused(item, outcome.refusal)
        : {
            ...item,
            begun: false,
            photosAgain: true,
            nextAt: 0,
            photos: item.photos.map(({ key }) => ({ key, id: null })),
          }
    case 'refused':
      return refused(item, outcome.refusal)
  }
}

function refused(item: Item, refusal: Refusal): Item {
  return { ...item, state: 'refused', begun: false, trouble: null, refusal }
}

/** What to do next for an account. */
export type Next =
  | { readonly do: 'send'; readonly item: Item }
  | { readonly do: 'wait'; readonly until: number }
  | { readonly do: 'nothing' }

/**
 * The next item, in the order they were filed. One that must wait keeps back those behind it, since what hinders it
 * hinders them; except when the service keeps failing on this one.
 */
export function next(items: readonly Item[], account: string, now: number): Next {
  const waiting = items
    .filter((item) => item.account === account && item.state === 'waiting')
    .sort((a, b) => a.seq - b.seq)
  let until: number | null = null
  for (const item of waiting) {
    if (item.nextAt <= now) return { do: 'send', item }
    until = Math.min(until ?? Infinity, item.nextAt)
    if (!(item.trouble === 'unavailable' && item.attempts >= GIVE_WAY)) break
  }
  return until === null ? { do: 'nothing' } : { do: 'wait', until }
}

/** Whether its author may still change it: it has certainly not arrived. */
export function mayChange(item: Item): boolean {
  return item.state === 'refused' || (item.state === 'waiting' && !item.begun)
}

/** The item to be tried at once, as somebody has asked for it or the network is back. */
export function hurried(item: Item): Item {
  return item.state === 'waiting' ? { ...item, attempts: 0, nextAt: 0 } : item
}

/** A refused item, sent again as it is. */
export function again(item: Item): Item {
  return item.state === 'refused'
    ? { ...item, state: 'waiting', attempts: 0, nextAt: 0, refusal: null, photosAgain: false }
    : hurried(item)
}
