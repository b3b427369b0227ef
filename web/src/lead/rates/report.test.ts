import { describe, expect, it } from 'vitest'
import { spanAt } from '../figures/period'
import type { RateNumber, Report, ReportRow } from '../types'
import { sortedBy, trendFrom, trendOf } from './report'

const number = (numerator: number, denominator: number): RateNumber =>
  denominator === 0 ? { numerator, denominator } : { numerator, denominator, value: numerator / denominator }

const row = (code: string, period: string, handled: RateNumber): ReportRow => ({
  period,
  from: '',
  to: '',
  group: { code, name: code },
  rates: { handled },
})

const report = (...rows: ReportRow[]): Report => ({ from: '', to: '', asOf: '', formula: {}, rows })
const november = spanAt('month', '2026-11-27')

describe('a trend', () => {
  it('asks for twelve periods up to the one that is shown', () => {
    expect(trendOf(november)).toEqual({ from: '2025-12-01', to: '2026-12-01' })
  })

  it('has a place for each period, also where nothing counted', () => {
    const trend = trendFrom(
      report(
        row('total', '2026-09', number(1, 2)),
        row('total', '2026-11', number(3, 4)),
        row('x', '2026-10', number(1, 1)),
      ),
      november,
      'total',
      ['handled'],
    )
    expect(trend.periods).toHaveLength(12)
    expect(trend.periods.at(-1)).toBe('2026-11')
    expect(trend.values.handled?.slice(-3)).toEqual([0.5, null, 0.75])
    expect(trend.present.handled).toEqual(number(3, 4))
  })

  it('is empty when nothing counted in the period', () => {
    expect(trendFrom(report(), november, 'total', ['handled']).present).toEqual({})
  })
})

describe('bodies in order', () => {
  const rows = [
    row('b', '', number(1, 2)),
    row('none', '', number(0, 0)),
    row('a', '', number(2, 4)),
    row('best', '', number(9, 10)),
  ]
  it('go by the rate, equals by name, and those without it come last both ways', () => {
    expect(sortedBy(rows, 'handled', true).map(({ group }) => group.code)).toEqual(['best', 'a', 'b', 'none'])
    expect(sortedBy(rows, 'handled', false).map(({ group }) => group.code)).toEqual(['a', 'b', 'best', 'none'])
  })
})
