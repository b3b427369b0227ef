import { expect, it } from 'vitest'
import { activeIn } from './area'

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
