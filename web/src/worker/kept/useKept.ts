import { onScopeDispose, ref, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref, type ShallowRef } from 'vue'
import { Problem } from '@/shared/api'
import { locale } from '@/shared/i18n'
import { keepAside, keptAside } from '../queue/store'

export interface Kept<T> {
  /** The latest there is; null before anything was read. */
  readonly data: Readonly<ShallowRef<T | null>>
  /** Why it could not be read again; what is shown is older then. */
  readonly problem: Readonly<ShallowRef<Problem | null>>
  readonly state: Readonly<Ref<'loading' | 'ready' | 'failed'>>
  /** When what is shown was read, milliseconds; null when it is fresh. */
  readonly oldSince: Readonly<Ref<number | null>>
  reload(): Promise<void>
}

/**
 * Reads something that a page must also have without a network: what was kept is there at once, the fresh answer takes
 * its place and is kept in turn.
 *
 * @param key under which it is kept, beside the language; null: read nothing yet
 */
export function useKept<T>(key: MaybeRefOrGetter<string | null>, read: (signal: AbortSignal) => Promise<T>): Kept<T> {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const oldSince = ref<number | null>(null)
  let running: AbortController | null = null
  /** The language of what is shown. */
  let shownIn: string | null = null

  async function reload(): Promise<void> {
    const wanted = toValue(key)
    running?.abort()
    if (wanted === null) return
    const mine = new AbortController()
    running = mine
    const language = locale.value
    const name = `${wanted}:${language}`
    if (data.value === null) {
      const before = await keptAside<T>(name).catch(() => undefined)
      if (running !== mine) return
      if (before !== undefined) show(before.value, before.at, language)
    }
    try {
      const fresh = await read(mine.signal)
      if (running !== mine) return
      show(fresh, null, language)
      // Without room it is read again next time.
      await keepAside(name, fresh, Date.now()).catch(() => undefined)
    } catch (thrown) {
      if (running !== mine || mine.signal.aborted) return
      // What stands there in another language is only replaced by something old when nothing fresh is to be had: on the
      // fresh one a form may be open.
      const before = shownIn === language ? undefined : await keptAside<T>(name).catch(() => undefined)
      if (running !== mine) return
      if (before !== undefined) show(before.value, before.at, language)
      problem.value = Problem.of(thrown)
      if (data.value === null) state.value = 'failed'
    }
  }

  function show(value: T, at: number | null, language: string) {
    data.value = value
    shownIn = language
    oldSince.value = at
    problem.value = null
    state.value = 'ready'
  }

  watch(
    [() => toValue(key), locale],
    ([wanted], [before]) => {
      // In another language it is the same thing: it stays until it is read, with the form that is open on it.
      if (wanted !== before) {
        data.value = null
        state.value = 'loading'
      }
      void reload()
    },
    { immediate: true },
  )
  onScopeDispose(() => running?.abort())
  return { data, problem, state, oldSince, reload }
}
