import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isoDay } from '@/shared/time/instant'
import { spanAt, spanOf, type Span } from './figures/period'

/** A parameter of the address: what is chosen can be sent on as a link, and the way back leads to it. */
export function useParam(name: string, fallback: string, allowed?: readonly string[]): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      if (typeof value !== 'string') return fallback
      return allowed === undefined || allowed.includes(value) ? value : fallback
    },
    set: (value) => {
      // A parameter that is undefined is left out of the address.
      void router.replace({ query: { ...route.query, [name]: value === fallback ? undefined : value } })
    },
  })
}

/** The period of the address; the present month when it names none. */
export function usePeriod(): WritableComputedRef<Span> {
  const present = spanAt('month', isoDay(Date.now()))
  const label = useParam('period', present.label)
  return computed({
    get: () => spanOf(label.value) ?? present,
    set: (span) => (label.value = span.label),
  })
}
