import { computed, onScopeDispose, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { Problem, type Page } from '@/shared/api'
import { cursorOf } from '@/shared/api/usePaged'
import { locale } from '@/shared/i18n'
import { behind, merged, SERVICES, type Service } from './merged'

interface Part<T> {
  readonly items: readonly T[]
  readonly cursor: string | undefined
  readonly problem: Problem | null
}

/**
 * A list that each service has a part of, read as one, the latest first. A service that is away is told of; the others'
 * parts are shown.
 *
 * @param key what the list depends on
 * @param services whose parts are wanted
 */
export function useMerged<K, T extends object>(
  key: MaybeRefOrGetter<K>,
  services: MaybeRefOrGetter<readonly Service[]>,
  read: (service: Service, key: K, cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  at: (item: T) => number,
) {
  const parts = shallowRef<ReadonlyMap<Service, Part<T>>>(new Map())
  const loading = ref(false)
  let turn = new AbortController()

  async function readPart(service: Service, cursor: string | undefined, mine: AbortController): Promise<void> {
    const before = cursor === undefined ? [] : (parts.value.get(service)?.items ?? [])
    let part: Part<T>
    try {
      const page = await read(service, toValue(key), cursor, mine.signal)
      part = { items: [...before, ...(page.items ?? [])], cursor: cursorOf(page.next), problem: null }
    } catch (thrown) {
      if (mine.signal.aborted) return
      part = { items: before, cursor, problem: Problem.of(thrown) }
    }
    if (turn === mine) parts.value = new Map(parts.value).set(service, part)
  }

  async function all(which: readonly (readonly [Service, string | undefined])[]): Promise<void> {
    const mine = turn
    loading.value = true
    await Promise.all(which.map(([service, cursor]) => readPart(service, cursor, mine)))
    if (turn === mine) loading.value = false
  }

  async function reload(): Promise<void> {
    turn.abort()
    turn = new AbortController()
    await all(toValue(services).map((service) => [service, undefined]))
  }

  watch(
    [() => JSON.stringify([toValue(key), toValue(services)]), locale],
    () => {
      parts.value = new Map()
      void reload()
    },
    { immediate: true },
  )
  onScopeDispose(() => turn.abort())

  const sources = computed(() =>
    SERVICES.flatMap((service) => {
      const part = parts.value.get(service)
      return part === undefined
        ? []
        : [{ service, items: part.items, more: part.cursor !== undefined && part.problem === null }]
    }),
  )
  const items = computed(() => merged(sources.value, at))
  const more = computed(() => sources.value.some((source) => source.more))
  /** Services whose part could not be read, and why. */
  const away = computed(() =>
    [...parts.value].flatMap(([service, { problem }]) => (problem === null ? [] : [{ service, problem }])),
  )
  const state = computed(() => {
    if (parts.value.size < toValue(services).length) return 'loading'
    if (items.value.length > 0) return 'ready'
    return away.value.length > 0 && away.value.length === parts.value.size ? 'failed' : 'empty'
  })
  async function loadMore(): Promise<void> {
    if (loading.value) return
    await all(behind(sources.value, at).map((service) => [service, parts.value.get(service)?.cursor]))
  }
  return { items, more, away, state, loading, reload, loadMore }
}
