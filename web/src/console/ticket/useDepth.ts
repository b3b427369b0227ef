import { onScopeDispose, ref, watch, type Ref } from 'vue'

/**
 * How many parts of something long may be rendered: one at once, each further one in a task of its own, so that the list
 * beside it answers keys and wheel in between.
 *
 * @param there whether there is something to render; when it goes, it begins anew
 */
export function useDepth(there: () => boolean, parts: number): Readonly<Ref<number>> {
  const depth = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  function deeper() {
    depth.value++
    if (depth.value < parts) timer = setTimeout(deeper)
  }

  watch(
    there,
    (now) => {
      clearTimeout(timer)
      depth.value = 0
      if (now) deeper()
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return depth
}
