import { api, ok } from '@/shared/api'
import type { Outline } from '@/shared/map/types'

export type Level = 'district' | 'street' | 'community' | 'grid'

interface Feature {
  readonly id: string
  readonly properties: { readonly code: string; readonly level: Outline['level']; readonly name: string }
  readonly geometry: GeoJSON.Geometry
}

/** Outlines of one level within a place, or of the whole district. Grids are asked for within a street or community. */
export async function outlinesOf(level: Level, within: string | undefined, signal: AbortSignal): Promise<Outline[]> {
  const query = within === undefined ? { level } : { level, within }
  const { data } = await ok(api.intake.GET('/api/intake/places', { params: { query }, signal }))
  return (data as unknown as { features: Feature[] }).features.map(({ properties, geometry }) => ({
    code: properties.code,
    name: properties.name,
    level: properties.level,
    geometry,
  }))
}

const LEVELS: Record<number, Level> = { 6: 'district', 9: 'street', 12: 'community', 15: 'grid' }

/** The name of a place; its code when the district does not know it. */
export async function placeNameOf(code: string, signal: AbortSignal): Promise<string> {
  const level = LEVELS[code.length]
  if (level === undefined) return code
  // Grids are not asked for within a whole district.
  const within = level === 'grid' ? code.slice(0, 12) : undefined
  return (await outlinesOf(level, within, signal)).find((place) => place.code === code)?.name ?? code
}

/** Places of one level that lie in one of the areas. */
export async function placesOf(level: Level, areas: readonly string[], signal: AbortSignal): Promise<Outline[]> {
  const places = await outlinesOf(level, undefined, signal)
  return places.filter(({ code }) => areas.some((area) => code.startsWith(area)))
}

/** The types of matters, in the order of the catalogue. */
export async function typesOf(signal: AbortSignal): Promise<{ code: string; name: string }[]> {
  const { data } = await ok(api.intake.GET('/api/intake/catalogue', { signal }))
  return ((data as { types?: { code: string; name: string }[] }).types ?? []).map(({ code, name }) => ({ code, name }))
}
