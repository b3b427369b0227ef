type Ring = readonly (readonly number[])[]

/** The middle of an outline: the centroid of its largest ring. Null for what is no polygon. */
export function centreOf(geometry: GeoJSON.Geometry): { longitude: number; latitude: number } | null {
  const rings: Ring[] =
    geometry.type === 'Polygon'
      ? geometry.coordinates.slice(0, 1)
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1))
        : []
  let best: { area: number; longitude: number; latitude: number } | null = null
  for (const ring of rings) {
    const middle = centroid(ring)
    if (middle !== null && (best === null || middle.area > best.area)) best = middle
  }
  return best === null ? null : { longitude: best.longitude, latitude: best.latitude }
}

function centroid(ring: Ring): { area: number; longitude: number; latitude: number } | null {
  // Relative to the first point: the products of whole degrees would eat up the digits that count.
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let twice = 0
  let x = 0
  let y = 0
  for (let at = 0; at + 1 < ring.length; at++) {
    const [ax = 0, ay = 0] = ring[at] ?? []
    const [bx = 0, by = 0] = ring[at + 1] ?? []
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    twice += cross
    x += (ax + bx - 2 * x0) * cross
    y += (ay + by - 2 * y0) * cross
  }
  if (twice === 0) return null
  return { area: Math.abs(twice), longitude: x0 + x / (3 * twice), latitude: y0 + y / (3 * twice) }
}
