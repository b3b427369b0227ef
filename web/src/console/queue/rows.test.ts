import { describe, expect, it } from 'vitest'
import type { Line } from './order'
import { changed, filled, moved, NONE, ordered, seen, swept, type Rows, type View } from './rows'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString()
const line = (id: string, urgency: string | undefined, minute: number, more: Partial<Line> = {}): Line => ({
  id,
  state: 'queued',
  version: 1,
  filedAt: at(0),
  dispatchDueAt: at(minute),
  ...(urgency === undefined ? {} : { urgency }),
  ...more,
})
const ids = (rows: Rows) => rows.rows.map((row) => row.line.id)
const ten = () =>
  filled(
    NONE('urgent'),
    Array.from({ length: 10 }, (_, i) => line(`t${i}`, 'U2', i)),
  )
const view = (first: number, last: number, selected: string | null = null): View => ({ first, last, selected })

describe('order', () => {
  it('has what waits for the street first, then urgency, then time left', () => {
    const rows = filled(NONE('urgent'), [
      line('working', 'U0', 0, { state: 'dispatched', dispatchDueAt: undefined, dueAt: at(1) }),
      line('later', 'U1', 9),
      line('sooner', 'U1', 5),
      line('critical', 'U0', 30),
      line('unknown', undefined, 1),
      line('soon', 'U2', 0),
      line('return', 'U0', 0, { state: 'return-pending', dispatchDueAt: undefined, dueAt: at(40) }),
    ])
    expect(ids(rows)).toEqual(['critical', 'return', 'sooner', 'later', 'unknown', 'soon', 'working'])
  })

  it('by time left puts what has no limit last; by filing the latest first', () => {
    const lines = [
      line('none', 'U0', 0, { dispatchDueAt: undefined, filedAt: at(3) }),
      line('late', 'U4', 2, { filedAt: at(1) }),
      line('soon', 'U4', 1, { filedAt: at(2) }),
    ]
    expect(ids(filled(NONE('due'), lines))).toEqual(['soon', 'late', 'none'])
    expect(ids(filled(NONE('filed'), lines))).toEqual(['none', 'soon', 'late'])
  })
})

describe('filled', () => {
  it('puts the pages together in one order, each ticket once', () => {
    const rows = filled(filled(NONE('urgent'), [line('b', 'U2', 2), line('d', 'U2', 4)]), [
      line('a', 'U2', 1),
      line('b', 'U2', 2),
      line('c', 'U2', 3),
      line('e', 'U2', 5),
    ])
    expect(ids(rows)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('changed', () => {
  it('keeps back what would push the rows in view, and says how far what came above moved them', () => {
    const fresh = [line('above', 'U1', 0), line('within', 'U2', 4.5), line('below', 'U4', 0)]
    const before = ten()
    const rows = changed(
      before,
      fresh.map(({ id }) => id),
      fresh,
      view(3, 6),
    )
    expect(rows.held.map(({ id }) => id)).toEqual(['within'])
    expect(moved(before, rows, 3)).toBe(1)
    expect(ids(rows)[0]).toBe('above')
    expect(ids(rows).at(-1)).toBe('below')
    expect(rows.rows[0]?.mark).toBe('new')
    expect(ids(rows)[3 + 1]).toBe('t3')
  })

  it('shows at once what comes into an empty list', () => {
    const rows = changed(NONE('urgent'), ['a'], [line('a', 'U0', 0)], view(0, 8))
    expect(ids(rows)).toEqual(['a'])
    expect(rows.held).toEqual([])
  })

  it('changes a row where it stands, and knows that the order is no longer right', () => {
    const rows = changed(ten(), ['t7'], [line('t7', 'U0', 7, { version: 2 })], view(0, 9))
    expect(ids(rows)[7]).toBe('t7')
    expect(rows.rows[7]?.mark).toBe('changed')
    expect(rows.disordered).toBe(true)
    expect(ids(ordered(rows))[0]).toBe('t7')
  })

  it('does not mark what was read at that version already', () => {
    const rows = changed(ten(), ['t7'], [line('t7', 'U2', 7)], view(0, 9))
    expect(rows.rows[7]?.mark).toBeNull()
  })

  it('takes out what no longer fits, but never the selected row', () => {
    const before = ten()
    const rows = changed(before, ['t0', 't4', 't5'], [], view(3, 6, 't4'))
    expect(ids(rows)).toEqual(['t1', 't2', 't3', 't4', 't6', 't7', 't8', 't9'])
    expect(moved(before, rows, 3)).toBe(-1)
    expect(rows.rows[3]?.mark).toBe('gone')
    expect(ids(swept(rows, 't4'))).toContain('t4')
    expect(ids(swept(rows, 't6'))).not.toContain('t4')
  })

  it('takes a row back that fits again', () => {
    const gone = changed(ten(), ['t4'], [], view(0, 9, 't4'))
    const rows = changed(gone, ['t4'], [line('t4', 'U2', 4)], view(0, 9, 't4'))
    expect(rows.rows[4]?.mark).toBe('changed')
  })

  it('forgets what was held back when it no longer fits', () => {
    const held = changed(ten(), ['x'], [line('x', 'U2', 4.5)], view(0, 9))
    expect(held.held).toHaveLength(1)
    expect(changed(held, ['x'], [], view(0, 9)).held).toHaveLength(0)
  })
})

describe('ordered', () => {
  it('puts in what was held back, marked as new, and the mark goes when it was looked at', () => {
    const held = changed(ten(), ['x'], [line('x', 'U2', 4.5)], view(0, 9))
    const rows = ordered(held)
    expect(ids(rows)[5]).toBe('x')
    expect(rows.rows[5]?.mark).toBe('new')
    expect(rows.held).toEqual([])
    expect(seen(rows, 'x').rows[5]?.mark).toBeNull()
  })
})
