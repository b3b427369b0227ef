import { describe, expect, it } from 'vitest'
import { entryOf, isChosen, since, timeline } from './timeline'
import type { History } from './types'

const history = (type: string, at: string, data: unknown): History => ({
  id: `${type} ${at}`,
  type,
  at,
  data: data as never,
})

const dispatched = history('whistle.dispatch.ticket-dispatched.v1', '2026-03-02T01:05:00Z', {
  round: 1,
  legs: [
    { department: 'gas', role: 'cooperating' },
    { department: 'water-supply', role: 'lead' },
    { department: 'power', role: 'cooperating' },
  ],
  why: { basis: 'rule', rule: 'R-1', decidedBy: { account: 'system' } },
})
const asked = history('whistle.department.return-requested.v1', '2026-03-02T01:20:00Z', {
  department: 'water-supply',
  reason: '井盖上是排水标识',
  legalBasis: '条例第四十条',
  photos: ['p1', 'p2'],
  by: { account: 'water-supply-handler', department: 'water-supply' },
})

describe('a rule', () => {
  const chosen = (whistle?: unknown) =>
    history('whistle.dispatch.ticket-dispatched.v1', '', { why: { basis: 'manual' }, whistle })

  it.each([
    ['a dispatcher’s choice', [dispatched, chosen(), asked], true],
    ['a dispatcher’s whistle', [chosen({ kind: 'enforcement' })], true],
    ['a whistle of the branch', [chosen(), chosen({ kind: 'branch' })], false],
    ['a whistle of residents', [chosen({ kind: 'residents' })], false],
    ['what the rules did', [chosen(), dispatched], false],
    ['a ticket that waits', [], false],
  ])('of %s can be proposed: %s', (_what, events, may) => {
    expect(isChosen({ history: events })).toBe(may)
  })
})

describe('entries', () => {
  it('of a dispatch name the lead and who cooperates; the system is nobody', () => {
    const entry = entryOf(dispatched)
    expect(entry).toMatchObject({ side: 'street', event: 'ticket-dispatched', by: null })
    expect(entry.about).toMatchObject({ lead: 'water-supply', cooperating: 'gas power', round: '1', rule: 'R-1' })
    expect(entry.words).toEqual([])
  })

  it('of a person’s choice carry the reason', () => {
    const chosen = history('whistle.dispatch.ticket-dispatched.v1', '2026-03-02T01:05:00Z', {
      legs: [{ department: 'gas', role: 'lead' }],
      why: { basis: 'manual', reason: '现场确认', decidedBy: { account: 'dispatcher-009' } },
    })
    expect(entryOf(chosen)).toMatchObject({ by: 'dispatcher-009', words: ['现场确认'] })
  })

  it('of a department show its words, basis and photos, and whose account it was', () => {
    expect(entryOf(asked)).toMatchObject({
      side: 'department',
      by: 'water-supply-handler',
      department: 'water-supply',
      words: ['井盖上是排水标识', '条例第四十条'],
      photos: { service: 'department', ids: ['p1', 'p2'] },
    })
  })

  it('tell codes by the message, not as words', () => {
    const answered = entryOf(
      history('whistle.feedback.reporter-answered.v1', '2026-03-02T05:00:00Z', {
        channel: 'phone',
        solved: false,
        satisfaction: 'fair',
        comment: '还在漏水',
        by: { account: 'call-agent' },
      }),
    )
    expect(answered.words).toEqual(['还在漏水'])
    expect(answered.about).toMatchObject({ channel: 'phone', solved: 'no', satisfaction: 'fair' })
    expect(entryOf(history('whistle.feedback.clock-breached.v1', '', { stage: 'handle' })).side).toBe('alert')
  })

  it('survive an event that is not known', () => {
    expect(entryOf(history('whistle.new.thing-happened.v1', '', null))).toMatchObject({
      event: 'thing-happened',
      words: [],
      photos: null,
      by: null,
    })
  })
})

describe('timeline', () => {
  it('has the latest first, events of one instant in the journal’s order, and calls in vain among them', () => {
    const paused = history('whistle.dispatch.handling-paused.v1', asked.at, {})
    const loop = { attempts: [{ calledAt: '2026-03-02T01:10:00Z', channel: 'phone', by: 'call-agent' }] }
    expect(timeline([dispatched, asked, paused], loop).map(({ event }) => event)).toEqual([
      'handling-paused',
      'return-requested',
      'call-in-vain',
      'ticket-dispatched',
    ])
  })

  it('says what is new', () => {
    expect(since([dispatched, asked], new Set([dispatched.id])).map(({ event }) => event)).toEqual(['return-requested'])
  })
})
