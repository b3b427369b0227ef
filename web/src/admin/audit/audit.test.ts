import { describe, expect, it } from 'vitest'
import { knownHeads, NOTHING, parametersOf, remember, type Verification } from './audit'

it('the last day of a search is included', () => {
  expect(parametersOf({ ...NOTHING, actor: ' a ', from: '2026-02-28', to: '2026-02-28' })).toEqual({
    actor: 'a',
    action: '',
    subject: '',
    from: '2026-02-28',
    to: '2026-03-01',
  })
})

describe('the head of a chain', () => {
  const found = (more: Partial<Verification>): Verification => ({
    valid: true,
    records: 2,
    firstSeq: 1,
    headSeq: 2,
    headHash: 'ab',
    signed: true,
    unsealed: 0,
    verifiedAt: '2026-03-02T10:00:00+08:00' as never,
    ...more,
  })

  it('is remembered for the next verification', () => {
    remember('intake', found({}))
    expect(knownHeads().intake).toEqual({ seq: 2, hash: 'ab', at: '2026-03-02T10:00:00+08:00' })
  })

  it('is not remembered of a broken chain, nor of one without a record', () => {
    remember('dispatch', found({ headHash: 'good' }))
    remember('dispatch', found({ valid: false, headHash: 'bad' }))
    remember('dispatch', found({ headSeq: 0, headHash: '' }))
    expect(knownHeads().dispatch?.hash).toBe('good')
  })
})
