/** A place's outline, as GeoJSON in WGS 84. */
export interface Outline {
  readonly code: string
  readonly name: string
  readonly level: 'district' | 'street' | 'community' | 'grid'
  readonly geometry: GeoJSON.Geometry
  /** Fill by a value of 0 to 1, for maps that compare places; none for a plain outline. */
  readonly shade?: number
}

/** Something at a place. */
export interface MapPoint {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
  /** What it is, in a few words; also read out. */
  readonly label: string
  readonly urgency?: string
}
