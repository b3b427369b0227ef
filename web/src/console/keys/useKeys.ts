import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { keep, kept } from '@/shared/kept'
import { bindingOf, type KeyBinding } from './keys'

const KEPT = 'whistle-console-keys'

const all = shallowRef<readonly (readonly KeyBinding[])[]>([])
const on = ref(kept<boolean>(KEPT) ?? true)
const helping = ref(false)

function pressed(event: KeyboardEvent) {
  if (!on.value) return
  const binding = bindingOf(all.value.flat(), event, event.target)
  if (binding === undefined) return
  event.preventDefault()
  binding.run()
}

/** Binds keys while the calling component is shown. What is bound later comes first. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  if (all.value.length === 0) window.addEventListener('keydown', pressed)
  all.value = [...all.value, bindings]
  onScopeDispose(() => {
    all.value = all.value.filter((each) => each !== bindings)
    if (all.value.length === 0) window.removeEventListener('keydown', pressed)
  })
}

/** For the help: what is bound now, and whether keys do anything at all, which a user may turn off (WCAG 2.1.4). */
export function useKeyHelp() {
  return {
    bindings: computed(() => all.value.flat()),
    on: computed({
      get: () => on.value,
      set: (value: boolean) => {
        on.value = value
        keep(KEPT, value)
      },
    }),
    helping,
  }
}
