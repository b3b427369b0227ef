import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useQuery } from '@/shared/api'
import { useSession } from '@/shared/auth/session'
import { useKept, type Kept } from '@/worker/kept/useKept'
import { useHome } from '../useWho'

/**
 * Reads one thing; in the street it is kept, and shown without a network. A desk has a network, and keeps nothing.
 *
 * @param key what is read, `wish-…`
 */
export function useRead<T>(key: MaybeRefOrGetter<string>, read: (signal: AbortSignal) => Promise<T>): Kept<T> {
  const session = useSession()
  if (useHome().startsWith('/worker/')) {
    return useKept(() => `${toValue(key)}@${session.profile?.account ?? ''}:`, read)
  }
  const { data, problem, state, reload } = useQuery(key, (_key, signal) => read(signal))
  return { data, problem, state, oldSince: computed(() => null), reload }
}
