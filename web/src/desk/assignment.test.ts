import { describe, expect, it } from 'vitest'
import { actionsOf, clockOf, endedLate, legState, legsBeside, primaryOf, type Assignment, type Leg } from './assignment'

const due = '2026-03-02T08:00:00Z'
const handle = { startedAt: '2026-03-02T02:00:00Z', warnAt: '2026-03-02T07:00:00Z', dueAt: due }
const assignment = (more: Partial<Assignment>): Assignment => ({ state: 'accepted', round: 1, handle, ...more })

describe('what may be done', () => {
  it('is what the service allows, in the order of the work', () => {
    const may = assignment({ availableActions: ['returns', 'completion', 'something-new', 'check-in'] })
    expect(actionsOf(may)).toEqual(['check-in', 'completion', 'returns'])
    expect(primaryOf(may)).toBe('check-in')
  })

  it.each([
    [['acceptance', 'returns'], 'acceptance'],
    [['acceptance', 'ownership'], 'ownership'],
    [['completion', 'progress-notes'], 'completion'],
    [['progress-notes', 'endorsement'], null],
    [[], null],
  ])('of %j the first is %s', (availableActions, primary) => {
    expect(primaryOf(assignment({ availableActions }))).toBe(primary)
  })
})

describe('the clock', () => {
  it('runs while there is something to do', () => {
    for (const state of ['issued', 'accepted'] as const) {
      expect(clockOf(assignment({ state }))).toEqual({ kind: 'running', due, warn: handle.warnAt })
    }
  })

  it('stands still while a return is decided and while it rests', () => {
    expect(clockOf(assignment({ state: 'return-pending' }))).toEqual({ kind: 'paused' })
    const until = '2026-09-01T01:00:00Z'
    expect(clockOf(assignment({ state: 'suspended', suspendedUntil: until }))).toEqual({ kind: 'suspended', until })
  })

  it('has ended with the completion, late or in time, and stays so when the ticket is closed', () => {
    const late = '2026-03-02T08:00:01Z'
    expect(clockOf(assignment({ state: 'settled', completedAt: late, endedAt: '2026-03-03T00:00:00Z' }))).toEqual({
      kind: 'ended',
      at: late,
      late: true,
    })
    expect(endedLate(assignment({ completedAt: due }))).toBe(false)
    expect(endedLate(assignment({}))).toBe(false)
  })
})

describe('the other legs', () => {
  const leg = (more: Partial<Leg>): Leg => ({ round: 1, role: 'cooperating', issuedAt: '1', ...more })

  it.each([
    [leg({}), 'issued'],
    [leg({ acceptedAt: '2' }), 'accepted'],
    [leg({ acceptedAt: '2', checkedInAt: '3' }), 'on-site'],
    [leg({ acceptedAt: '2', pausedAt: '3' }), 'paused'],
    [leg({ acceptedAt: '2', pausedAt: '3', suspendedUntil: '9' }), 'suspended'],
    [leg({ acceptedAt: '2', checkedInAt: '3', completedAt: '4' }), 'completed'],
    [leg({ acceptedAt: '2', ended: 'returned', endedAt: '4' }), 'returned'],
    [leg({ ended: 'replaced', endedAt: '4' }), 'ended'],
  ])('%# is %s', (one, state) => {
    expect(legState(one).state).toBe(state)
  })

  it('are those of the same round, the lead first, what ended last', () => {
    const legs = [
      leg({ assignmentId: 'old', round: 0 }),
      leg({ assignmentId: 'gone', endedAt: '5' }),
      leg({ assignmentId: 'second', issuedAt: '2' }),
      leg({ assignmentId: 'first', issuedAt: '1' }),
      leg({ assignmentId: 'lead', role: 'lead', issuedAt: '3' }),
    ]
    expect(legsBeside(legs, assignment({})).map(({ assignmentId }) => assignmentId)).toEqual([
      'lead',
      'first',
      'second',
      'gone',
    ])
    expect(legsBeside([leg({})], assignment({}))).toEqual([])
  })
})
