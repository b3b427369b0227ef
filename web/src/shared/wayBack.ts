import { computed, shallowRef, watchEffect, type ComputedRef } from 'vue'
import { useRoute, type RouteRecord } from 'vue-router'
import { backOf } from './area'

/** What a page says, by its route record: it stays for another entry, and says nothing of the page after it. */
const said = shallowRef<{ readonly page: RouteRecord | undefined; readonly to: string | undefined }>()

/** Where the arrow leads from a page that knows it only by what it has read; until then its route says so. */
export function sayWayBack(to: () => string | undefined): void {
  const page = useRoute().matched.at(-1)
  watchEffect(() => {
    said.value = { page, to: to() }
  })
}

/** Where the arrow leads from the page in view; undefined where there is none. */
export function useWayBack(): ComputedRef<string | undefined> {
  const route = useRoute()
  return computed(
    () =>
      (said.value?.page === route.matched.at(-1) ? said.value?.to : undefined) ?? backOf(route.meta.back, route.params),
  )
}
