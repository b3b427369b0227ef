import { describe, expect, it } from 'vitest'
import { isLate, shownState } from './draft'

describe('a draft', () => {
  const draft = { state: 'open', baseVersion: 'a1' } as const

  it('is outdated once other rules are in force than those it was begun from', () => {
    expect(shownState(draft, 'a1')).toBe('open')
    expect(shownState(draft, 'b2')).toBe('outdated')
    expect(isLate(draft, 'b2')).toBe(true)
  })

  it('is told as the service has it while the rules in force are not known, and once it is decided', () => {
    expect(shownState(draft, undefined)).toBe('open')
    expect(shownState({ ...draft, state: 'scheduled' }, 'b2')).toBe('scheduled')
    expect(isLate({ ...draft, state: 'activated' }, 'b2')).toBe(false)
  })
})
