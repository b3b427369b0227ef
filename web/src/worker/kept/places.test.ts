import { describe, expect, it } from 'vitest'
import { isInside, metres, outlineAt } from './places'

const square = (west: number, south: number, size = 1): GeoJSON.Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const at = (longitude: number, latitude: number) => ({ longitude, latitude })

describe('outlines', () => {
  it('hold the points within and no others', () => {
    const polygon: GeoJSON.Polygon = { type: 'Polygon', coordinates: [square(117, 36)] }
    expect(isInside(polygon, at(117.5, 36.5))).toBe(true)
    expect(isInside(polygon, at(118.5, 36.5))).toBe(false)
    expect(isInside(polygon, at(117.5, 37.1))).toBe(false)
  })

  it('do not hold their holes, and may be in several parts', () => {
    const holed: GeoJSON.Polygon = { type: 'Polygon', coordinates: [square(117, 36), square(117.4, 36.4, 0.2)] }
    expect(isInside(holed, at(117.5, 36.5))).toBe(false)
    const parts: GeoJSON.MultiPolygon = { type: 'MultiPolygon', coordinates: [[square(0, 0)], [square(10, 10)]] }
    expect(isInside(parts, at(10.5, 10.5))).toBe(true)
    expect(isInside(parts, at(5, 5))).toBe(false)
    expect(isInside({ type: 'Point', coordinates: [0, 0] }, at(0, 0))).toBe(false)
  })

  it('are found by a point', () => {
    const outline = (code: string, west: number) => ({
      code,
      name: code,
      level: 'grid' as const,
      geometry: { type: 'Polygon' as const, coordinates: [square(west, 0)] },
    })
    const outlines = [outline('a', 0), outline('b', 1)]
    expect(outlineAt(outlines, at(1.5, 0.5))?.code).toBe('b')
    expect(outlineAt(outlines, at(2.5, 0.5))).toBeUndefined()
  })
})

describe('metres', () => {
  it('are measured along the ground', () => {
    expect(metres(at(117, 36), at(117, 36))).toBe(0)
    expect(metres(at(117, 36), at(117, 37))).toBeCloseTo(111_195, -2)
    expect(metres(at(117, 36), at(118, 36))).toBeCloseTo(89_960, -2)
  })
})
