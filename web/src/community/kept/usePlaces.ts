import { computed, type ComputedRef } from 'vue'
import { api, ok, useQuery } from '@/shared/api'
import { useSession } from '@/shared/auth/session'

export interface PlaceChoice {
  readonly code: string
  readonly name: string
}

const LEVEL: Record<number, string> = { 6: 'district', 9: 'street', 12: 'community', 15: 'grid' }
const LEVELS = ['district', 'street', 'community', 'grid']

/** The levels to offer within an area: itself and what is below it, grids only below a community. */
export function levelsWithin(area: string): string[] {
  const own = LEVEL[area.length] ?? 'district'
  const lowest = area.length >= 12 ? 'grid' : 'community'
  return LEVELS.slice(LEVELS.indexOf(own), LEVELS.indexOf(lowest) + 1)
}

async function readPlaces(within: string, level: string, signal: AbortSignal): Promise<PlaceChoice[]> {
  const query = within === '' ? { level } : { within, level }
  const { data } = await ok(api.intake.GET('/api/intake/places', { params: { query }, signal }))
  return (data.features ?? []).flatMap(({ properties }) =>
    properties?.code ? [{ code: properties.code, name: properties.name ?? properties.code }] : [],
  )
}

/** Places of the account's areas, each under the one it lies in: whoever has no area may choose any community. */
export function usePlaces(): {
  readonly places: ComputedRef<readonly PlaceChoice[]>
  readonly failed: ComputedRef<boolean>
} {
  const session = useSession()
  const read = useQuery(
    () => session.profile?.areas ?? [],
    async (areas, signal) => {
      const wanted =
        areas.length === 0
          ? [{ within: '', level: 'community' }]
          : areas.flatMap((within) => levelsWithin(within).map((level) => ({ within, level })))
      const found = await Promise.all(wanted.map(({ within, level }) => readPlaces(within, level, signal)))
      const unique = new Map(found.flat().map((place) => [place.code, place]))
      return [...unique.values()].sort((a, b) => a.code.localeCompare(b.code))
    },
  )
  return { places: computed(() => read.data.value ?? []), failed: computed(() => read.state.value === 'failed') }
}
