import { describe, expect, it } from 'vitest'
import { filtersOf, isFiltered, parametersOf, queryOf, statesOf } from './filters'

describe('filters', () => {
  it('come back from the address they were written to', () => {
    const filters = filtersOf({ state: 'queued', urgency: 'U0', type: 'C0101', q: ' 井盖 ', order: 'due' })
    expect(queryOf(filters)).toEqual({ state: 'queued', urgency: 'U0', type: 'C0101', q: '井盖', order: 'due' })
    expect(filtersOf(queryOf(filters))).toEqual({ ...filters, q: '井盖' })
  })

  it('of an address that names nothing, or nonsense, are the usual ones', () => {
    const usual = filtersOf({})
    expect(filtersOf({ state: 'x', urgency: 'U9', community: "1' or 1=1", order: 'random' })).toEqual(usual)
    expect(queryOf(usual)).toEqual({})
    expect(isFiltered(usual)).toBe(false)
    expect(isFiltered({ ...usual, order: 'due' })).toBe(false)
    expect(isFiltered({ ...usual, department: 'gas' })).toBe(true)
  })

  it('read what waits for the street first', () => {
    expect(statesOf(filtersOf({}))).toEqual(['return-pending', 'queued', 'dispatched'])
    expect(statesOf(filtersOf({ state: 'closed' }))).toEqual(['closed'])
    expect(parametersOf(filtersOf({ state: 'closed', q: 'x' }))).toEqual({ q: 'x' })
  })
})
