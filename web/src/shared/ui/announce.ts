import { readonly, ref } from 'vue'

const current = ref('')

/** What screen readers were told last. */
export const announcement = readonly(current)

/** Tells screen readers of a change that eyes see by themselves: a new ticket in the queue, a command that succeeded. */
export function announce(text: string): void {
  current.value = ''
  requestAnimationFrame(() => (current.value = text))
}
