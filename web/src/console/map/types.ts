import type { GridSum } from './grids'

/** A grid's outline, GeoJSON in WGS 84, with the middle of it. */
export interface GridOutline {
  readonly code: string
  readonly name: string
  readonly geometry: GeoJSON.MultiPolygon
  readonly middle: readonly [longitude: number, latitude: number]
}

/** All that is open in a grid, drawn at its middle. */
export interface Bubble extends GridSum {
  readonly longitude: number
  readonly latitude: number
  readonly label: string
}
