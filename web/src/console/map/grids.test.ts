import { describe, expect, it } from 'vitest'
import type { Line } from '../queue/order'
import { middleOf, overdue, sumByGrid } from './grids'

const NOW = Date.parse('2026-03-02T10:00:00+08:00')
const line = (id: string, more: Partial<Line>): Line => ({ id, state: 'dispatched', grid: 'g1', ...more }) as Line

describe('tickets by grid', () => {
  it('are counted, with the most urgent and what is late, the fullest grid first', () => {
    const lines = [
      line('1', { grid: 'g2', urgency: 'U0' }),
      line('2', { urgency: 'U3', dueAt: '2026-03-02T09:59:00+08:00' }),
      line('3', { urgency: 'U1', dueAt: '2026-03-02T10:01:00+08:00' }),
    ]
    expect(sumByGrid(lines, NOW)).toEqual([
      { grid: 'g1', open: 2, overdue: 1, worst: 'U1' },
      { grid: 'g2', open: 1, overdue: 0, worst: 'U0' },
    ])
  })

  it('have no urgency while nothing is classified', () => {
    expect(sumByGrid([line('1', {})], NOW)[0]?.worst).toBeNull()
  })

  it('are not late once the body has completed', () => {
    const due = '2026-03-02T09:00:00+08:00'
    expect(overdue(line('1', { dueAt: due }), NOW)).toBe(true)
    expect(overdue(line('1', { dueAt: due, state: 'completed' }), NOW)).toBe(false)
  })
})

describe('the middle of an outline', () => {
  const square = (x: number, size: number) => [
    [
      [x, 0],
      [x + size, 0],
      [x + size, size],
      [x, size],
      [x, 0],
    ],
  ]
  it('is that of its largest part', () => {
    const [x, y] = middleOf([square(117, 2), square(200, 1)])
    expect(x).toBeCloseTo(118)
    expect(y).toBeCloseTo(1)
  })
})
