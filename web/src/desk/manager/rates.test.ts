import { expect, it } from 'vitest'
import type { Schema } from '@/shared/api'
import { ratesOf } from './rates'

const report: Schema<'feedback', 'SlaReport'> = {
  rows: [
    { period: '2026-02', rates: { handled: { numerator: 1, denominator: 1, value: 1 } } },
    {
      period: '2026-03',
      rates: {
        handled: { numerator: 18, denominator: 20, value: 0.9, difference: -0.1 },
        rework: { numerator: 1, denominator: 20, value: 0.05, difference: -0.02 },
        extension: { numerator: 2, denominator: 20, value: 0.1, difference: 0 },
        satisfaction: { numerator: 0, denominator: 0 },
      },
    },
  ],
}
const rows = new Map(ratesOf(report).map((row) => [row.rate, row]))

it('is of the last period', () => {
  expect(rows.get('handled')).toMatchObject({ value: 0.9, numerator: 18, denominator: 20 })
})

it('knows of which rates less is better', () => {
  expect(rows.get('handled')?.tone).toBe('worse')
  expect(rows.get('rework')?.tone).toBe('better')
  expect(rows.get('extension')?.tone).toBe('same')
})

it('makes no zero out of what nothing was due for', () => {
  expect(rows.get('satisfaction')).toMatchObject({ value: null, difference: null, denominator: 0 })
  expect(rows.get('resolution')).toMatchObject({ value: null, denominator: 0 })
})
