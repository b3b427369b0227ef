import { describe, expect, it } from 'vitest'
import { present, shifted, spanAt, spanOf, spanWords, UNITS } from './period'

describe('a span', () => {
  it('is labelled as the services label it', () => {
    expect(UNITS.map((unit) => spanAt(unit, '2026-03-02').label)).toEqual([
      '2026-03-02',
      '2026-W10',
      '2026-03',
      '2026-Q1',
      '2026-H1',
      '2026',
    ])
  })

  it('ends before the day it names as its end', () => {
    expect(spanAt('month', '2026-12-31')).toMatchObject({ from: '2026-12-01', to: '2027-01-01' })
    expect(spanAt('half-year', '2026-08-01')).toMatchObject({ from: '2026-07-01', to: '2027-01-01' })
  })

  it('of a week belongs to the year of its Thursday', () => {
    expect(spanAt('week', '2027-01-01')).toMatchObject({ label: '2026-W53', from: '2026-12-28', to: '2027-01-04' })
    expect(spanAt('week', '2025-12-29').label).toBe('2026-W01')
  })

  it('is read back from its label', () => {
    for (const day of ['2026-01-01', '2026-06-30', '2026-12-31', '2024-02-29']) {
      for (const unit of UNITS) {
        const span = spanAt(unit, day)
        expect(spanOf(span.label), span.label).toEqual(span)
      }
    }
  })

  it('is not read from what is no label', () => {
    for (const label of ['', '26', '2026-13', '2026-Q5', '2026-H3', '2026-W54', '2025-W53', '2026-02-30', 'month']) {
      expect(spanOf(label), label).toBeNull()
    }
  })

  it('moves by whole periods over the ends of years', () => {
    expect(shifted(spanAt('month', '2026-01-15'), -1).label).toBe('2025-12')
    expect(shifted(spanAt('quarter', '2026-11-01'), 2).label).toBe('2027-Q2')
    expect(shifted(spanAt('week', '2026-12-30'), 1).label).toBe('2027-W01')
    expect(shifted(spanAt('day', '2024-02-28'), 1).label).toBe('2024-02-29')
  })

  it('is present until its last day is over', () => {
    const span = spanAt('month', '2026-11-05')
    expect(present(span, '2026-11-30')).toBe(true)
    expect(present(span, '2026-12-01')).toBe(false)
  })

  it('is told in words', () => {
    const say = (key: string, params: Record<string, number>) => `${key} ${JSON.stringify(params)}`
    expect(spanWords(spanAt('month', '2026-03-02'), say)).toBe('2026年3月')
    expect(spanWords(spanAt('quarter', '2026-11-02'), say)).toBe('lead.period.quarterOf {"year":2026,"n":4}')
    expect(spanWords(spanAt('week', '2025-12-29'), say)).toBe('lead.period.weekOf {"year":2026,"n":1}')
    expect(spanWords(spanAt('half-year', '2026-07-01'), say)).toBe('lead.period.secondHalf {"year":2026}')
  })
})
