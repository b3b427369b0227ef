import type { Named, PlaceNames } from './types'

/** A body's name; its code where the district has none for it. */
export function nameOf(named: Named | undefined): string {
  return named === undefined ? '' : (named.name ?? named.code)
}

/** The narrowest place that has a name, behind its street. */
export function placeName(place: PlaceNames): string {
  const street = nameOf(place.street)
  const narrow = nameOf(place.grid ?? place.community)
  return [street, narrow].filter((part) => part !== '').join(' · ')
}
