import { expect, it } from 'vitest'
import { activeIn, backOf } from './area'

const NAV = [
  { to: '/console', under: ['/console/queue'] },
  { to: '/console/whistles' },
  { to: '/console/alerts', under: ['/console/appeals'] },
]

it.each([
  ['/console', '/console'],
  ['/console/queue/1', '/console'],
  ['/console/whistles', '/console/whistles'],
  ['/console/whistles/1/new', '/console/whistles'],
  ['/console/whistlesome', undefined],
  ['/console/appeals', '/console/alerts'],
  ['/console/tickets/1', undefined],
])('%s belongs to %s', (path, to) => {
  expect(activeIn(NAV, path)?.to).toBe(to)
})

it('the way back goes to the one the page was about', () => {
  expect(backOf('/worker/reports/:ticketId', { ticketId: 'a b' })).toBe('/worker/reports/a%20b')
  expect(backOf('/worker/reports', { ticketId: '1' })).toBe('/worker/reports')
  expect(backOf(undefined, {})).toBeUndefined()
})
