import { defineAsyncComponent, onErrorCaptured, ref, shallowRef, type Component, type Ref, type ShallowRef } from 'vue'
import MapWords from './MapWords.vue'

export interface LazyMap<C> {
  /** What draws the map, loaded when it is first shown. */
  readonly canvas: Readonly<ShallowRef<C>>
  /** It could not be loaded, or broke while it drew: its frame says so, and the page goes on. */
  readonly failed: Readonly<Ref<boolean>>
  retry(): void
}

/**
 * Loads what draws a map for the component that frames it. Whatever goes wrong in it is told there: it neither takes the
 * page with it nor lies over what the page says.
 */
export function useLazyMap<C extends Component>(load: () => Promise<{ default: C }>): LazyMap<C> {
  const failed = ref(false)
  const fresh = () =>
    defineAsyncComponent({
      loader: async () => (await load()).default,
      loadingComponent: MapWords,
      onError: (error, _retry, fail) => {
        console.warn('the map cannot be loaded:', error.message)
        failed.value = true
        fail()
      },
    }) as unknown as C
  const canvas = shallowRef(fresh()) as ShallowRef<C>
  onErrorCaptured((error) => {
    console.warn('the map cannot be drawn:', error)
    failed.value = true
    return false
  })
  function retry() {
    canvas.value = fresh()
    failed.value = false
  }
  return { canvas, failed, retry }
}
