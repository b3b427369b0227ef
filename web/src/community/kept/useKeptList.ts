import { computed, shallowRef, toValue, watch, type ComputedRef, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import { usePaged, type Page, type Paged } from '@/shared/api'
import { locale } from '@/shared/i18n'
import { keepAside, keptAside } from '@/worker/queue/store'

export interface KeptList<T> {
  readonly paged: Paged<T>
  readonly items: ComputedRef<readonly T[]>
  readonly state: ComputedRef<'loading' | 'ready' | 'empty' | 'failed'>
  /** When what is shown was read, milliseconds; null when it is fresh. */
  readonly oldSince: ComputedRef<number | null>
}

/**
 * A list that is read page by page, whose first page is also there without a network.
 *
 * @param key what the list depends on
 * @param name under which a first page is kept beside the language; null: this one is not
 */
export function useKeptList<K, T>(
  key: MaybeRefOrGetter<K>,
  name: MaybeRefOrGetter<string | null>,
  read: (key: K, cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
): KeptList<T> {
  const old: ShallowRef<{ items: readonly T[]; at: number } | null> = shallowRef(null)
  const full = () => {
    const wanted = toValue(name)
    return wanted === null ? null : `${wanted}:${locale.value}`
  }
  const paged = usePaged<K, T>(key, async (wanted, cursor, signal) => {
    const page = await read(wanted, cursor, signal)
    const kept = full()
    // Without room it is read again next time.
    if (cursor === undefined && kept !== null) {
      await keepAside(kept, page.items ?? [], Date.now()).catch(() => undefined)
    }
    return page
  })
  watch(
    () => (paged.state.value === 'failed' ? full() : null),
    async (kept) => {
      const before = kept === null ? undefined : await keptAside<T[]>(kept).catch(() => undefined)
      old.value = before === undefined ? null : { items: before.value, at: before.at }
    },
  )
  const shownOld = computed(() => (paged.state.value === 'failed' ? old.value : null))
  return {
    paged,
    items: computed(() => shownOld.value?.items ?? paged.items.value),
    state: computed(() => {
      if (shownOld.value === null) return paged.state.value
      return shownOld.value.items.length > 0 ? 'ready' : 'empty'
    }),
    oldSince: computed(() => shownOld.value?.at ?? null),
  }
}
