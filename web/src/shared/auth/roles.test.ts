import { expect, it } from 'vitest'
import { placesOf, ROLES, type Role } from './roles'

it.each<[Role[], string[]]>([
  [['grid-worker'], ['worker']],
  [['community'], ['worker']],
  [['dispatcher'], ['console']],
  [['manager', 'handler'], ['desk']],
  [['leader'], ['lead']],
  [
    ['supervisor', 'call-agent'],
    ['lead', 'calls'],
  ],
  [['administrator', 'operator'], ['admin']],
  [['resident'], ['worker']],
])('%j land at %j', (roles, places) => {
  expect(placesOf(roles).map(({ name }) => name)).toEqual(places)
})

it('gives every role a place', () => {
  expect(ROLES.filter((role) => placesOf([role]).length === 0)).toEqual([])
})
