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

/** A page of a list as every service answers it. */
export interface Page<T> {
  items?: T[]
  /** Path of the next page; null or absent behind the last. */
  next?: string | null
}

export interface Paged<T> {
  readonly items: Readonly<ShallowRef<readonly T[]>>
  readonly problem: Readonly<ShallowRef<Problem | null>>
  readonly loading: Readonly<Ref<boolean>>
  /** `loading` before the first page, `ready`, `empty`, or `failed` when there is nothing to show. */
  readonly state: Readonly<Ref<'loading' | 'ready' | 'empty' | 'failed'>>
  /** Whether there is a next page. */
  readonly more: Readonly<Ref<boolean>>
  /** Reads the next page; does nothing behind the last or while one is read. */
  loadMore(): Promise<void>
  /** Reads every page there is, up to `atMost` items. */
  loadAll(atMost: number): Promise<void>
  /** Begins again at the first page; what is shown stays until the answer comes. */
  reload(): Promise<void>
}

/**
 * A list that is read page by page.
 *
 * @param key what the list depends on, usually the filters; when it changes the list begins again; null: read nothing yet
 * @param read reads one page; `cursor` is undefined for the first
 */
export function usePaged<K, T>(
  key: MaybeRefOrGetter<K | null>,
  read: (key: K, cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
): Paged<T> {
  const items = shallowRef<readonly T[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const loaded = ref(false)
  const cursor = ref<string | undefined>()
  let running: AbortController | null = null

  async function page(from: string | undefined): Promise<void> {
    const wanted = toValue(key)
    running?.abort()
    if (wanted === null) return
    const mine = new AbortController()
    running = mine
    loading.value = true
    try {
      const answer = await read(wanted, from, mine.signal)
      if (running !== mine) return
      items.value = from === undefined ? (answer.items ?? []) : [...items.value, ...(answer.items ?? [])]
      cursor.value = cursorOf(answer.next)
      loaded.value = true
      problem.value = null
    } catch (thrown) {
      if (running !== mine || mine.signal.aborted) return
      problem.value = Problem.of(thrown)
    } finally {
      if (running === mine) loading.value = false
    }
  }

  const reload = () => page(undefined)
  const more = computed(() => cursor.value !== undefined)

  async function loadMore(): Promise<void> {
    if (cursor.value !== undefined && !loading.value) await page(cursor.value)
  }

  async function loadAll(atMost: number): Promise<void> {
    while (more.value && items.value.length < atMost && problem.value === null) await page(cursor.value)
  }

  watch(
    [() => JSON.stringify(toValue(key)), locale],
    ([wanted], [before]) => {
      // In another language it is the same list: it stays until the answer comes, with all that is open in it.
      if (wanted !== before) {
        loaded.value = false
        items.value = []
        cursor.value = undefined
      }
      void reload()
    },
    { immediate: true },
  )
  onScopeDispose(() => running?.abort())

  const state = computed(() => {
    if (items.value.length > 0) return 'ready'
    if (loaded.value) return 'empty'
    return problem.value === null ? 'loading' : 'failed'
  })
  return { items, problem, loading, state, more, loadMore, loadAll, reload }
}

/** The cursor in the path of a next page. */
export function cursorOf(next: string | null | undefined): string | undefined {
  if (!next) return undefined
  return new URL(next, location.origin).searchParams.get('cursor') ?? undefined
}
