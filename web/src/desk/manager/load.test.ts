import { expect, it } from 'vitest'
import { mostOf, totalsOf } from './load'

const rows = [
  { handler: 'a', open: 5, overdue: 2, returnsPending: 1 },
  { handler: null as unknown as string, open: 7, overdue: 3, returnsPending: 0 },
  { handler: 'b', open: 1, overdue: 0, returnsPending: 0 },
]

it('sums the department, and keeps apart what nobody has accepted', () => {
  expect(totalsOf(rows)).toEqual({ open: 13, unaccepted: 7, overdue: 5 })
  expect(totalsOf([])).toEqual({ open: 0, unaccepted: 0, overdue: 0 })
})

it('compares with the busiest, and never with nobody', () => {
  expect(mostOf(rows)).toBe(7)
  expect(mostOf([])).toBe(1)
})
