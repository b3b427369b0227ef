import { describe, expect, it } from 'vitest'
import { after, again, GIVE_WAY, hurried, LONGEST_WAIT, mayChange, next, waitAfter } from './machine'
import { item } from './testing'

const REFUSAL = { code: 'unknown-type', detail: '目录中没有类型', errors: [] }
const receipt = { ticketNo: 'T1' }

describe('after an attempt', () => {
  it('a delivered item has its receipt and is done', () => {
    const sent = after(item({ begun: true }), { is: 'delivered', receipt }, 50, 0.5)
    expect(sent).toMatchObject({ state: 'sent', begun: false, sentAt: 50, receipt })
  })

  it('one that got no answer is tried later, and may have arrived', () => {
    const tried = after(item({ begun: true }), { is: 'unreachable' }, 1000, 0.5)
    expect(tried).toMatchObject({ state: 'waiting', begun: true, attempts: 1, nextAt: 3000, trouble: 'unreachable' })
    expect(mayChange(tried)).toBe(false)
  })

  it('one that was refused waits for its author, who may change it', () => {
    const refused = after(item({ begun: true }), { is: 'refused', refusal: REFUSAL }, 0, 0)
    expect(refused).toMatchObject({ state: 'refused', refusal: REFUSAL })
    expect(mayChange(refused)).toBe(true)
  })

  it('without a sign-in nothing has happened to it', () => {
    expect(after(item({ begun: true }), { is: 'signed-out' }, 0, 0)).toEqual(item())
  })

  it('lost photos are uploaded again, once', () => {
    const had = item({ begun: true, photos: [{ key: 'k', id: 'p' }] })
    const lost = after(had, { is: 'photos-lost', refusal: REFUSAL }, 0, 0)
    expect(lost).toMatchObject({ state: 'waiting', photos: [{ key: 'k', id: null }], photosAgain: true })
    expect(after(lost, { is: 'photos-lost', refusal: REFUSAL }, 0, 0).state).toBe('refused')
  })
})

describe('waiting', () => {
  it('doubles up to five minutes, a little different on each phone', () => {
    expect([1, 2, 3, 4].map((n) => waitAfter(n, 0.5))).toEqual([2000, 4000, 8000, 16000])
    expect(waitAfter(40, 0.5)).toBe(LONGEST_WAIT)
    expect(waitAfter(1, 0)).toBeLessThan(waitAfter(1, 1))
  })
})

describe('the next', () => {
  it('is the first that was filed, of this account alone', () => {
    const items = [item({ id: 'b', seq: 2 }), item({ id: 'a', seq: 1 }), item({ id: 'x', seq: 0, account: 'other' })]
    expect(next(items, 'me', 0)).toMatchObject({ do: 'send', item: { id: 'a' } })
    expect(next(items, 'nobody', 0)).toEqual({ do: 'nothing' })
  })

  it('does not overtake one that waits for the network', () => {
    const items = [
      item({ id: 'a', seq: 1, nextAt: 500, attempts: 9, trouble: 'unreachable' }),
      item({ id: 'b', seq: 2 }),
    ]
    expect(next(items, 'me', 0)).toEqual({ do: 'wait', until: 500 })
    expect(next(items, 'me', 500)).toMatchObject({ item: { id: 'a' } })
  })

  it('passes by one on which the service keeps failing', () => {
    const stuck = item({ id: 'a', seq: 1, nextAt: 500, trouble: 'unavailable', attempts: GIVE_WAY })
    expect(next([stuck, item({ id: 'b', seq: 2 })], 'me', 0)).toMatchObject({ item: { id: 'b' } })
    expect(next([{ ...stuck, attempts: GIVE_WAY - 1 }, item({ id: 'b', seq: 2 })], 'me', 0)).toMatchObject({
      do: 'wait',
    })
    expect(next([stuck], 'me', 0)).toEqual({ do: 'wait', until: 500 })
  })

  it('is never one that was refused or has arrived', () => {
    expect(next([item({ state: 'refused' }), item({ state: 'sent' })], 'me', 0)).toEqual({ do: 'nothing' })
  })
})

describe('by hand', () => {
  it('a refused item goes again, and a waiting one at once', () => {
    expect(again(item({ state: 'refused', refusal: REFUSAL }))).toMatchObject({ state: 'waiting', refusal: null })
    expect(hurried(item({ nextAt: 900, attempts: 5 }))).toMatchObject({ nextAt: 0, attempts: 0 })
    expect(again(item({ state: 'sent' }))).toEqual(item({ state: 'sent' }))
  })
})
