import { describe, expect, it } from 'vitest'
import { bodyFor, faultsOf, mayBlow, mayRate, presenceOf, stateOf, type CallDraft, type Calls } from './call'

const now = Date.parse('2026-03-02T10:00:00+08:00')
const right = { kind: 'branch', bodies: [{ department: 'property' }] }

function calls(more: Partial<Calls> = {}): Calls {
  return { ticketId: 't', ticketNo: '370102009-1', state: 'dispatched', bodies: [], rights: [right], ...more }
}

describe('blowing a whistle from below', () => {
  it.each<[string, Calls, boolean]>([
    ['while a body is at work', calls(), true],
    ['while the street has yet to dispatch', calls({ state: 'queued' }), true],
    ['not while one is running', calls({ whistle: { kind: 'daily' } }), false],
    ['again when the round of the last one is over', calls({ state: 'queued', whistle: { kind: 'branch' } }), true],
    ['not when it is handled', calls({ state: 'completed' }), false],
    ['not without anybody to call', calls({ rights: [] }), false],
  ])('%s', (_name, given, expected) => {
    expect(mayBlow(given)).toBe(expected)
  })
})

describe('rating those called', () => {
  const blown = calls({ whistle: { kind: 'residents' } })
  it('is for the branch and the community, once what was asked is done', () => {
    expect(mayRate(blown, { state: 'completed', rated: false }, ['branch'])).toBe(true)
    expect(mayRate(blown, { state: 'completed', rated: false }, ['community'])).toBe(true)
    expect(mayRate(blown, { state: 'completed', rated: false }, ['resident'])).toBe(false)
    expect(mayRate(blown, { state: 'open', rated: false }, ['branch'])).toBe(false)
    expect(mayRate(blown, { state: 'completed', rated: true }, ['branch'])).toBe(false)
  })

  it('is the street’s for a whistle of the street', () => {
    expect(mayRate(calls({ whistle: { kind: 'daily' } }), { state: 'completed' }, ['branch'])).toBe(false)
  })
})

describe('how far those called are', () => {
  const asked = calls({ whistle: { kind: 'branch', checkInBy: '2026-03-02T10:30:00+08:00' } })
  const late = calls({ whistle: { kind: 'branch', checkInBy: '2026-03-02T09:30:00+08:00' } })

  it('is told by signing and by being there', () => {
    expect(stateOf({ state: 'open' })).toBe('open')
    expect(stateOf({ state: 'open', signedAt: '2026-03-02T09:00:00+08:00' })).toBe('accepted')
    expect(presenceOf(asked, { state: 'open' }, now)).toBe('expected')
    expect(presenceOf(late, { state: 'open' }, now)).toBe('missed')
    expect(presenceOf(late, { state: 'open', checkedInAt: '2026-03-02T09:40:00+08:00' }, now)).toBe('late')
    expect(presenceOf(asked, { state: 'open', checkedInAt: '2026-03-02T09:40:00+08:00' }, now)).toBe('here')
    expect(presenceOf(late, { state: 'completed' }, now)).toBe('free')
    expect(presenceOf(calls(), { state: 'open' }, now)).toBe('free')
  })
})

describe('the form', () => {
  const draft: CallDraft = {
    kind: 'residents',
    bodies: ['property'],
    subject: ' water in the cellar ',
    venue: 'gate',
    meetAt: '2026-03-02T19:30',
    checkInBy: '',
    reason: 'nobody came',
  }

  it('names what is missing, and a check-in before the meeting', () => {
    expect(faultsOf(draft)).toEqual({})
    expect(faultsOf({ ...draft, bodies: [], reason: ' ' })).toEqual({ bodies: 'bodies', reason: 'required' })
    expect(faultsOf({ ...draft, checkInBy: '2026-03-02T19:00' })).toEqual({ checkInBy: 'checkIn' })
  })

  it('sends the city’s time', () => {
    expect(bodyFor(draft)).toEqual({
      kind: 'residents',
      bodies: ['property'],
      subject: 'water in the cellar',
      venue: 'gate',
      meetAt: '2026-03-02T19:30:00+08:00',
      reason: 'nobody came',
    })
    expect(bodyFor({ ...draft, checkInBy: '2026-03-02T20:00' }).checkInBy).toBe('2026-03-02T20:00:00+08:00')
  })
})
