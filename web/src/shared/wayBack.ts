import { computed, shallowRef, watchEffect, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { backOf } from './area'

/** What the page at a path says; one of a page that was left says nothing of the next. */
const said = shallowRef<{ readonly path: string; readonly to: string | undefined }>()

/** Where the arrow leads from a page that knows it only by what it has read; until then its route says so. */
export function sayWayBack(to: () => string | undefined): void {
  const { path } = useRoute()
  watchEffect(() => {
    said.value = { path, to: to() }
  })
}

/** Where the arrow leads from the page in view; undefined where there is none. */
export function useWayBack(): ComputedRef<string | undefined> {
  const route = useRoute()
  return computed(
    () => (said.value?.path === route.path ? said.value.to : undefined) ?? backOf(route.meta.back, route.params),
  )
}
