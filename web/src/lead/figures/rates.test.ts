import { describe, expect, it } from 'vitest'
import { percent, points, tone } from './rates'

describe('tone', () => {
  it('is good when a rate rises of which more is better, and when one falls of which less is', () => {
    expect(tone('handled', 0.02)).toBe('good')
    expect(tone('handled', -0.02)).toBe('bad')
    expect(tone('rework', -0.02)).toBe('good')
    expect(tone('overdue-unhandled', 0.02)).toBe('bad')
  })

  it('takes no side on a whistle rate, on no difference and on one too small to be shown', () => {
    expect(tone('whistle', 0.2)).toBe('same')
    expect(tone('handled', 0)).toBe('same')
    expect(tone('handled', undefined)).toBe('same')
    expect(tone('handled', 0.0004)).toBe('same')
  })
})

describe('percent', () => {
  it('has one decimal', () => {
    expect(percent(0.9816)).toBe('98.2%')
    expect(percent(1)).toBe('100%')
  })

  it('never calls nearly all everything, nor hardly any nothing', () => {
    expect(percent(4999 / 5000)).toBe('99.9%')
    expect(percent(1 / 5000)).toBe('0.1%')
    expect(percent(0)).toBe('0%')
  })

  it('is a dash without a denominator', () => {
    expect(percent(undefined)).toBe('–')
  })
})

describe('points', () => {
  it('are percentage points with one decimal, and zero has no sign', () => {
    expect(points(0.0234)).toBe(2.3)
    expect(Object.is(points(-0.0001), 0)).toBe(true)
  })
})
