import type { Known, Schema } from '@/shared/api'
import { bodyOf, helps, organises, type Who } from '../who'

/** A wish; what is always there is said to be. */
export type Wish = Known<
  Schema<'intake', 'Wish'>,
  'id' | 'state' | 'version' | 'category' | 'area' | 'title' | 'text' | 'postedAt'
>
export type WishState = Wish['state']
export type WishStep = Schema<'intake', 'WishStep'>

/** In the order of a wish's life. */
export const WISH_STATES: readonly WishState[] = [
  'posted',
  'dispatched',
  'claimed',
  'done',
  'thanked',
  'withdrawn',
  'lapsed',
]
/** The stages every wish passes that comes true. */
export const WISH_STAGES: readonly WishState[] = ['posted', 'dispatched', 'claimed', 'done', 'thanked']
const ENDED: readonly WishState[] = ['thanked', 'withdrawn', 'lapsed']

export const CATEGORIES = [
  'companionship',
  'care',
  'repair',
  'errands',
  'goods',
  'learning',
  'health',
  'legal',
  'environment',
  'culture',
  'venue',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

export type WishAct = 'dispatch' | 'claim' | 'release' | 'complete' | 'thank' | 'withdraw'

/** The claim that stands, as far as the history tells whose it is; undefined when there is none. */
function standingClaim(history: readonly WishStep[] | undefined): WishStep | undefined {
  return history?.findLast(({ event }) => event === 'claimed' || event === 'released')
}

/** Whether somebody claimed the wish, or is of the body that did. */
export function isClaimant(wish: Wish, who: Who): boolean {
  if (wish.state !== 'claimed' && wish.state !== 'done') return false
  if (wish.department) return wish.department === bodyOf(who)
  const claim = standingClaim(wish.history)
  // The history names the account of a step only to its own and to the staff of the area.
  return claim?.event === 'claimed' && claim.account === who.account
}

/** Whether the wish is offered to somebody: to all of its area, or to their body among others. */
export function isOffered(wish: Wish, body: string | null): boolean {
  const bodies = wish.departments ?? []
  return bodies.length === 0 || (body !== null && bodies.includes(body))
}

/**
 * What somebody may do with a wish now, what moves it on first; the service decides the same.
 *
 * @param now the present instant in milliseconds
 */
export function actsOn(wish: Wish, who: Who, now: number): WishAct[] {
  const organiser = organises(who)
  const own = wish.own === true
  const claimant = isClaimant(wish, who)
  const acts: WishAct[] = []
  const open = wish.state === 'dispatched' && (!wish.claimBy || Date.parse(wish.claimBy) > now)
  if (wish.state === 'done' && !claimant && (own || organiser)) acts.push('thank')
  if (wish.state === 'claimed' && claimant) acts.push('complete')
  if (open && !own && helps(who) && isOffered(wish, bodyOf(who))) acts.push('claim')
  if (organiser && (wish.state === 'posted' || wish.state === 'dispatched')) acts.push('dispatch')
  if (wish.state === 'claimed' && (organiser || claimant)) acts.push('release')
  if ((own || organiser) && wish.state !== 'done' && !ENDED.includes(wish.state)) acts.push('withdraw')
  return acts
}

/** Whether somebody may learn whom to visit: who posted it, its community, and who is about to fulfil it. */
export function knowsContact(wish: Wish, who: Who): boolean {
  return organises(who) || wish.own === true || (wish.state === 'claimed' && isClaimant(wish, who))
}

/** Whether resources that may meet it are worth looking at: by its organisers, while nobody has claimed it. */
export function seeksMatch(wish: Wish, who: Who, now: number): boolean {
  return organises(who) && wish.state === 'dispatched' && (!wish.claimBy || Date.parse(wish.claimBy) > now)
}

/**
 * Whether an organiser may claim it with a resource: a body's, to which the wish is offered. A volunteer's own time is
 * nobody else's to promise.
 */
export function claimableWith(wish: Wish, department: string | null | undefined): boolean {
  return !!department && isOffered(wish, department)
}

/** How a wish's state looks: what waits for somebody, what is good, what is over. */
export function toneOf(state: WishState): 'wait' | 'run' | 'good' | 'over' {
  switch (state) {
    case 'posted':
    case 'dispatched':
      return 'wait'
    case 'claimed':
      return 'run'
    case 'done':
    case 'thanked':
      return 'good'
    default:
      return 'over'
  }
}
