import type { Outline } from '@/shared/map/types'
import { Problem } from '@/shared/api'
import { signedFetch } from '@/shared/api/signed'

/** A position in WGS 84. */
export interface Point {
  readonly longitude: number
  readonly latitude: number
}

interface Collection {
  features: {
    id: string
    properties: { code: string; level: Outline['level']; name: string }
    geometry: GeoJSON.Geometry
  }[]
}

/** The grids of a street or community, with their outlines. @throws Problem when they could not be read */
export async function readGrids(within: string, signal: AbortSignal): Promise<Outline[]> {
  const address = new URL(`/api/intake/places?within=${encodeURIComponent(within)}&level=grid`, location.origin)
  const response = await signedFetch(new Request(address, { signal }), true).catch((thrown: unknown) => {
    throw signal.aborted ? thrown : Problem.of(thrown)
  })
  if (!response.ok) throw await Problem.from(response)
  const { features } = (await response.json()) as Collection
  return features.map(({ properties, geometry }) => ({ ...properties, geometry }))
}

/** The outline a point lies in, of those known on the phone. */
export function outlineAt(outlines: readonly Outline[], point: Point): Outline | undefined {
  return outlines.find(({ geometry }) => isInside(geometry, point))
}

/** Whether a point lies in a polygon or in one of several; holes are not inside. */
export function isInside(geometry: GeoJSON.Geometry, point: Point): boolean {
  if (geometry.type === 'Polygon') return inRings(geometry.coordinates, point)
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.some((rings) => inRings(rings, point))
  return false
}

function inRings(rings: readonly GeoJSON.Position[][], { longitude: x, latitude: y }: Point): boolean {
  // Even-odd over all rings: a hole takes away what the outer ring has.
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i] ?? []
      const [xj = 0, yj = 0] = ring[j] ?? []
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
    }
  }
  return inside
}

const EARTH_METRES = 6_371_000

/** Metres between two points, along the ground. */
export function metres(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const dLat = rad(b.latitude - a.latitude)
  const dLon = rad(b.longitude - a.longitude)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(h))
}
