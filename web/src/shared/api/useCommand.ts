import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Problem } from './problem'

export interface Command<A extends unknown[], R> {
  /** Does it; undefined when it was refused, `problem` then says why. A second call while one runs does nothing. */
  run(...args: A): Promise<R | undefined>
  readonly busy: Readonly<Ref<boolean>>
  /** Why the last one was refused; null after a success. */
  readonly problem: Readonly<ShallowRef<Problem | null>>
  /** Forgets the last refusal. */
  clear(): void
}

/** What a form or button does. The form keeps its content whatever comes back. */
export function useCommand<A extends unknown[], R>(act: (...args: A) => Promise<R>): Command<A, R> {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  async function run(...args: A): Promise<R | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = null
    try {
      return await act(...args)
    } catch (thrown) {
      problem.value = Problem.of(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { run, busy, problem, clear: () => (problem.value = null) }
}
