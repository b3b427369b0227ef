import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Point } from './places'

/** Where the phone is, and how sure it is of that, metres. */
export interface Fix extends Point {
  readonly accuracy: number
}

export interface Geo {
  readonly fix: Readonly<ShallowRef<Fix | null>>
  readonly busy: Readonly<Ref<boolean>>
  /** Why there is none: the user said no, or the phone found nothing in time. */
  readonly trouble: Readonly<Ref<'denied' | 'unavailable' | null>>
  /**
   * Asks the phone.
   *
   * @param recent whether a fix of the last seconds will do; not for who asks again because it was wrong, or has walked on
   * @returns the fix, or null
   */
  locate(recent?: boolean): Promise<Fix | null>
}

const PATIENCE = 12_000
const RECENT = 15_000

/** The phone's position, asked for when it is needed; browsers state it in WGS 84. */
export function useGeo(): Geo {
  const fix = shallowRef<Fix | null>(null)
  const busy = ref(false)
  const trouble = ref<'denied' | 'unavailable' | null>(null)
  let gone = false
  onScopeDispose(() => (gone = true))

  function locate(recent = false): Promise<Fix | null> {
    if (!('geolocation' in navigator)) {
      trouble.value = 'unavailable'
      return Promise.resolve(null)
    }
    busy.value = true
    return new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          busy.value = false
          if (gone) return resolve(null)
          trouble.value = null
          fix.value = { longitude: coords.longitude, latitude: coords.latitude, accuracy: coords.accuracy }
          resolve(fix.value)
        },
        (error) => {
          busy.value = false
          trouble.value = error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'
          resolve(null)
        },
        { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: recent ? RECENT : 0 },
      )
    })
  }
  return { fix, busy, trouble, locate }
}
