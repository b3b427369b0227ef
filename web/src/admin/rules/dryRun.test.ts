import { describe, expect, it } from 'vitest'
import { aspects, joined, moves, type Difference } from './dryRun'

const difference = (before: Difference['before'], after: Difference['after']): Difference => ({
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
})

describe('a dry run', () => {
  it('adds up what the runs of a long period find', () => {
    const one = joined(null, { tickets: 50_000, changed: 3, complete: false, items: [{}, {}, {}] }, 4)
    const both = joined(one, { tickets: 10, changed: 2, complete: true, items: [{}, {}] }, 4)
    expect(both).toMatchObject({ tickets: 50_010, changed: 5, complete: true })
    expect(both.items).toHaveLength(4)
  })

  it('says in what two outcomes differ', () => {
    const at = '2026-03-02T10:00:00Z'
    expect(aspects(difference({ lead: 'gas', due: at }, { lead: 'power', due: at }))).toEqual(['lead'])
    expect(aspects(difference({ lead: 'gas', cooperating: ['a'] }, { lead: 'gas', cooperating: ['a', 'b'] }))).toEqual([
      'cooperating',
    ])
    expect(aspects(difference({ lead: 'gas', due: at }, { lead: 'gas', due: '2026-03-03T10:00:00Z' }))).toEqual(['due'])
    expect(aspects(difference({ queued: 'no-answer' }, { lead: 'gas', due: at }))).toEqual(['queued', 'lead'])
  })

  it('counts the moves between leads, a person among them', () => {
    const items = [
      difference({ lead: 'gas' }, { lead: 'power' }),
      difference({ lead: 'gas' }, { lead: 'power' }),
      difference({ lead: 'gas' }, { queued: 'several-answers' }),
    ]
    expect(moves(items)).toEqual([
      { from: 'gas', to: 'power', count: 2 },
      { from: 'gas', to: null, count: 1 },
    ])
  })
})
