import { describe, expect, it } from 'vitest'
import { ACTIONS, type Assignment } from './assignment'
import { bodyOf, emptyValues, FORMS, lacksOf, metresBetween } from './forms'

const now = Date.parse('2026-03-02T02:00:00Z')
const assignment: Assignment = { photosNeeded: 2, suspendUntil: '2027-03-02T02:00:00Z' }
const fields = (action: (typeof ACTIONS)[number], values = emptyValues(), of = assignment) =>
  lacksOf(action, values, of, now).map(({ field, message }) => `${field} ${message}`)

describe('what is missing', () => {
  it.each([
    ['acceptance', []],
    ['ownership', ['mine needed', 'basis needed']],
    ['check-in', ['position fixNeeded']],
    ['completion', ['result needed', 'photos photosNeeded']],
    ['progress-notes', ['note needed']],
    ['returns', ['reason needed', 'legalBasis needed']],
    ['suspensions', ['reason needed', 'until needed']],
  ] as const)('of an empty %s is told field by field', (action, lacks) => {
    expect(fields(action)).toEqual(lacks)
  })

  it('counts blanks as nothing', () => {
    expect(fields('decline', { ...emptyValues(), text: ' \n ' })).toEqual(['reason needed'])
  })

  it('is the number of photos the city asks for, or none', () => {
    const values = { ...emptyValues(), text: 'x', photos: ['a'] }
    expect(fields('completion', values)).toEqual(['photos photosNeeded'])
    expect(fields('completion', { ...values, photos: ['a', 'b'] })).toEqual([])
    expect(fields('completion', values, {})).toEqual([])
  })

  it.each([
    ['2026-03-02T02:00:00Z', ['until untilPast']],
    ['2026-03-02T02:00:01Z', []],
    ['2027-03-02T02:00:00Z', []],
    ['2027-03-02T02:00:01Z', ['until untilFar']],
  ])('with an end at %s is %j', (until, lacks) => {
    expect(fields('suspensions', { ...emptyValues(), text: 'x', until })).toEqual(lacks)
  })
})

describe('the body', () => {
  it('carries the text under its own name, trimmed', () => {
    const values = { ...emptyValues(), text: ' t ', legalBasis: ' b ', photos: ['p'] }
    expect(bodyOf('returns', values)).toEqual({ reason: 't', legalBasis: 'b', photos: ['p'] })
    expect(bodyOf('completion', values)).toEqual({ result: 't', photos: ['p'] })
    expect(bodyOf('acceptance', values)).toEqual({})
  })

  it('says which datum a position is in', () => {
    const fix = { longitude: 117.07, latitude: 36.66, accuracy: 12 }
    expect(bodyOf('check-in', { ...emptyValues(), fix })).toEqual({
      position: { longitude: 117.07, latitude: 36.66, datum: 'wgs84' },
    })
  })

  it('is known for every action', () => {
    expect(Object.keys(FORMS).sort()).toEqual([...ACTIONS].sort())
  })
})

it('measures metres', () => {
  const here = { longitude: 117.07, latitude: 36.66 }
  expect(metresBetween(here, here)).toBe(0)
  expect(metresBetween(here, { longitude: 117.07, latitude: 36.661 })).toBeCloseTo(111, 0)
  expect(metresBetween(here, { longitude: 117.071, latitude: 36.66 })).toBeCloseTo(89, 0)
})
