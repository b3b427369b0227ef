import { computed, type ComputedRef, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ok, useQuery } from '@/shared/api'
import { useSession } from '@/shared/auth/session'
import type { Outline } from '@/shared/map/types'
import { outlineAt, readGrids, type Point } from './places'
import { useKept } from './useKept'

/** The grid of a place, as far as it is known. */
export type GridFound =
  | { readonly is: 'none' }
  | { readonly is: 'looking' }
  /** `own`: within the areas of who is signed in. */
  | { readonly is: 'inside'; readonly code: string; readonly name: string; readonly own: boolean }
  /** In no grid: nobody could be given a report from here. */
  | { readonly is: 'outside' }
  /** The phone has no outline there, and the service is not reached. */
  | { readonly is: 'unknown' }

/** The outlines of the account's own street, kept for when there is no network. */
export function useOwnGrids(): ComputedRef<readonly Outline[]> {
  const session = useSession()
  const street = computed(() => {
    const area = session.profile?.areas[0]
    return area !== undefined && area.length >= 9 ? area.slice(0, 9) : null
  })
  const kept = useKept(
    () => (street.value === null ? null : `grids-${street.value}`),
    (signal) => readGrids(street.value ?? '', signal),
  )
  return computed(() => kept.data.value ?? [])
}

/** The grid at a point: by the outlines on the phone, else by the service. */
export function useGrid(
  point: MaybeRefOrGetter<Point | null>,
  outlines: MaybeRefOrGetter<readonly Outline[]>,
): ComputedRef<GridFound> {
  const session = useSession()
  const own = (code: string) => session.profile?.areas.some((area) => code.startsWith(area)) ?? false
  const local = computed(() => {
    const at = toValue(point)
    return at === null ? undefined : outlineAt(toValue(outlines), at)
  })
  const asked = useQuery(
    () => (toValue(point) === null || local.value !== undefined ? null : toValue(point)),
    async ({ longitude, latitude }, signal) => {
      const query = { longitude: String(longitude), latitude: String(latitude), datum: 'wgs84' as const }
      return (await ok(api.intake.GET('/api/intake/grids/at', { params: { query }, signal }))).data
    },
  )
  return computed<GridFound>(() => {
    if (toValue(point) === null) return { is: 'none' }
    if (local.value !== undefined) {
      const { code, name } = local.value
      return { is: 'inside', code, name, own: own(code) }
    }
    const { problem, data, loading } = asked
    if (loading.value) return { is: 'looking' }
    if (problem.value !== null) return problem.value.status === 422 ? { is: 'outside' } : { is: 'unknown' }
    const place = data.value?.place
    if (place?.grid === undefined) return { is: 'looking' }
    return { is: 'inside', code: place.grid, name: place.gridName ?? place.grid, own: own(place.grid) }
  })
}
