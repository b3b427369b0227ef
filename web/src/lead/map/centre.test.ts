import { expect, it } from 'vitest'
import { centreOf } from './centre'

const square = (x: number, y: number, side: number) => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ],
]

it('is the middle of the largest part', () => {
  const centre = centreOf({ type: 'MultiPolygon', coordinates: [square(117, 36, 0.01), square(118, 37, 0.1)] })
  expect(centre?.longitude).toBeCloseTo(118.05, 9)
  expect(centre?.latitude).toBeCloseTo(37.05, 9)
})

it('does not depend on the direction of the ring', () => {
  const turned = square(117, 36, 0.2).map((ring) => [...ring].reverse())
  expect(centreOf({ type: 'Polygon', coordinates: turned })?.longitude).toBeCloseTo(117.1, 9)
})

it('is none of a point or of a ring without extent', () => {
  expect(centreOf({ type: 'Point', coordinates: [117, 36] })).toBeNull()
  expect(centreOf({ type: 'Polygon', coordinates: square(117, 36, 0) })).toBeNull()
})
