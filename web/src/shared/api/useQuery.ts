import {
  computed,
  onScopeDispose,
  ref,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
  type ShallowRef,
} from 'vue'
import { locale } from '@/shared/i18n'
import { Problem } from './problem'

export interface Query<T> {
  /** What was read last; stays while it is read again, and when that fails. */
  readonly data: Readonly<ShallowRef<T | null>>
  readonly problem: Readonly<ShallowRef<Problem | null>>
  readonly loading: Readonly<Ref<boolean>>
  /** `loading` the first time, `ready`, or `failed` when there is nothing to show. */
  readonly state: Readonly<Ref<'loading' | 'ready' | 'failed'>>
  reload(): Promise<void>
}

/**
 * Reads something for a page, again whenever `key` or the language changes. A later answer never loses to an earlier
 * one, and nothing is read for a page that was left.
 *
 * @param key what the reading depends on; null: read nothing yet
 * @param read is given the key and a signal that ends with the page
 */
export function useQuery<K, T>(
  key: MaybeRefOrGetter<K | null>,
  read: (key: K, signal: AbortSignal) => Promise<T>,
): Query<T> {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let running: AbortController | null = null

  async function reload(): Promise<void> {
    const wanted = toValue(key)
    running?.abort()
    if (wanted === null) {
      data.value = null
      return
    }
    const mine = new AbortController()
    running = mine
    loading.value = true
    try {
      const answer = await read(wanted, mine.signal)
      if (running !== mine) return
      data.value = answer
      problem.value = null
    } catch (thrown) {
      if (running !== mine || mine.signal.aborted) return
      problem.value = Problem.of(thrown)
    } finally {
      if (running === mine) loading.value = false
    }
  }

  watch([() => JSON.stringify(toValue(key)), locale], () => void reload(), { immediate: true })
  onScopeDispose(() => running?.abort())

  const state = computed(() => {
    if (data.value !== null) return 'ready'
    return problem.value === null ? 'loading' : 'failed'
  })
  return { data, problem, loading, state, reload }
}
