import { describe, expect, it } from 'vitest'
import { above, acts, instantOf, options, ownLevels } from './levels'

describe('the chain', () => {
  it('has for each role its own levels, its very own first', () => {
    expect(ownLevels(['grid-worker'])).toEqual(['grid-worker'])
    expect(ownLevels(['community'])).toEqual(['community', 'branch'])
    expect(ownLevels(['branch'])).toEqual(['branch'])
    expect(ownLevels(['leader'])).toEqual([])
  })

  it('goes up to the street', () => {
    expect(['unit-steward', 'building-head', 'grid-worker', 'branch', 'community'].map(above)).toEqual([
      'building-head',
      'grid-worker',
      'branch',
      'community',
      'street',
    ])
  })

  it('lets act only who has the matter, and by its kind', () => {
    const matter = { level: 'branch', state: 'open', matter: 'coordination' }
    expect(acts(matter, ['branch'])).toBe('answer')
    expect(acts(matter, ['community'])).toBe('answer')
    expect(acts(matter, ['grid-worker'])).toBe('none')
    expect(acts({ ...matter, matter: 'prominent' }, ['branch'])).toBe('deliberate')
    expect(acts({ ...matter, state: 'answered' }, ['branch'])).toBe('none')
  })

  it('reads the form', () => {
    expect(options(' 一 \n\n二')).toEqual(['一', '二'])
    expect(instantOf('2026-03-02T19:30')).toBe('2026-03-02T19:30:00+08:00')
    expect(instantOf('')).toBeUndefined()
  })
})
