import { describe, expect, it } from 'vitest'
import type { Who } from '../who'
import { actsOn, claimableWith, isClaimant, knowsContact, seeksMatch, type Wish, type WishState } from './wish'

const now = Date.parse('2026-03-02T10:00:00+08:00')
const community: Who = { account: 'community-1', roles: ['community'], department: null }
const worker: Who = { account: 'grid-1', roles: ['grid-worker'], department: null }
const neighbour: Who = { account: 'resident', roles: ['resident'], department: null }
const handler: Who = { account: 'h-1', roles: ['handler'], department: 'civil-affairs' }
const leader: Who = { account: 'leader', roles: ['leader'], department: null }

function wish(state: WishState, more: Partial<Wish> = {}): Wish {
  return {
    id: 'w',
    state,
    version: 1,
    category: 'care',
    area: '370102009001',
    title: 'a',
    text: 'b',
    postedAt: '2026-03-01T10:00:00+08:00',
    claimBy: '2026-04-01T10:00:00+08:00',
    departments: [],
    ...more,
  }
}
const claimedBy = (account: string, state: WishState = 'claimed') =>
  wish(state, { claimed: true, history: [{ event: 'posted' }, { event: 'claimed', account }] })

describe('what may be done with a wish', () => {
  it.each<[string, Wish, Who, string[]]>([
    ['the community dispatches what is posted', wish('posted'), community, ['dispatch', 'withdraw']],
    ['nobody claims what is not dispatched', wish('posted'), worker, []],
    ['who posted it takes it back', wish('posted', { own: true }), worker, ['withdraw']],
    ['a neighbour claims what is dispatched', wish('dispatched'), neighbour, ['claim']],
    [
      'the community claims, dispatches again, takes back',
      wish('dispatched'),
      community,
      ['claim', 'dispatch', 'withdraw'],
    ],
    ['nobody claims their own', wish('dispatched', { own: true }), neighbour, ['withdraw']],
    ['nobody claims what is offered to others', wish('dispatched', { departments: ['housing'] }), handler, []],
    ['a body claims what is offered to it', wish('dispatched', { departments: ['civil-affairs'] }), handler, ['claim']],
    ['a neighbour is no body', wish('dispatched', { departments: ['civil-affairs'] }), worker, []],
    ['nobody claims after the time', wish('dispatched', { claimBy: '2026-03-02T09:59:00+08:00' }), worker, []],
    ['a leader only reads', wish('dispatched'), leader, []],
    ['who claimed it fulfils it or gives it up', claimedBy('grid-1'), worker, ['complete', 'release']],
    ['the community takes a claim back', claimedBy('grid-1'), community, ['release', 'withdraw']],
    ['a body fulfils its claim', wish('claimed', { department: 'civil-affairs' }), handler, ['complete', 'release']],
    ['another only looks on', claimedBy('grid-1'), neighbour, []],
    ['the community says thanks', claimedBy('grid-1', 'done'), community, ['thank']],
    ['never who claimed it', claimedBy('community-1', 'done'), community, []],
    ['whose wish it is says thanks', { ...claimedBy('grid-1', 'done'), own: true }, neighbour, ['thank']],
    ['what is over is over', wish('thanked', { own: true }), community, []],
  ])('%s', (_name, given, who, expected) => {
    expect(actsOn(given, who, now)).toEqual(expected)
  })

  it('a claim that was given up is nobody’s', () => {
    const released = wish('claimed', {
      history: [
        { event: 'claimed', account: 'grid-1' },
        { event: 'released', account: 'grid-1' },
        { event: 'claimed' },
      ],
    })
    expect(isClaimant(released, worker)).toBe(false)
  })
})

describe('whom to visit', () => {
  it('is for the community, who posted it, and who is about to fulfil it', () => {
    expect(knowsContact(wish('posted'), community)).toBe(true)
    expect(knowsContact(wish('posted', { own: true }), worker)).toBe(true)
    expect(knowsContact(claimedBy('grid-1'), worker)).toBe(true)
    expect(knowsContact(claimedBy('grid-1', 'done'), worker)).toBe(false)
    expect(knowsContact(wish('dispatched'), neighbour)).toBe(false)
    expect(knowsContact(wish('dispatched'), leader)).toBe(false)
  })
})

describe('resources for a wish', () => {
  it('are looked at by its organisers while it can be claimed', () => {
    expect(seeksMatch(wish('dispatched'), community, now)).toBe(true)
    expect(seeksMatch(wish('posted'), community, now)).toBe(false)
    expect(seeksMatch(wish('dispatched'), worker, now)).toBe(false)
  })

  it('are claimed with only for a body that it is offered to', () => {
    expect(claimableWith(wish('dispatched'), 'civil-affairs')).toBe(true)
    expect(claimableWith(wish('dispatched'), null)).toBe(false)
    expect(claimableWith(wish('dispatched', { departments: ['housing'] }), 'civil-affairs')).toBe(false)
  })
})
