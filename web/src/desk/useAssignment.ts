import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { api, ok, Problem } from '@/shared/api'
import { locale } from '@/shared/i18n'
import type { Assignment, Detail } from './assignment'

/** How often the page asks whether somebody else has changed it; unchanged costs no body. */
const ASK_AGAIN = 20_000

export interface OpenAssignment {
  readonly detail: Readonly<ShallowRef<Detail | null>>
  readonly problem: Readonly<ShallowRef<Problem | null>>
  readonly state: Readonly<Ref<'loading' | 'ready' | 'failed'>>
  /** Reads it again; what is shown stays meanwhile. */
  reload(): Promise<void>
  /** Takes over what a command answered; the history is there with the next reading. */
  take(after: Assignment): void
}

/** One assignment with its history, kept up to date while the page is seen. */
export function useAssignment(id: () => string): OpenAssignment {
  const detail = shallowRef<Detail | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  let etag = ''
  let turn = 0

  async function read(quiet: boolean): Promise<void> {
    const mine = ++turn
    const headers: Record<string, string> = quiet && etag !== '' ? { 'If-None-Match': etag } : {}
    try {
      const answer = await ok(
        api.department.GET('/api/department/assignments/{id}', { params: { path: { id: id() } }, headers }),
      )
      if (mine !== turn) return
      detail.value = answer.data
      etag = answer.etag
      problem.value = null
    } catch (thrown) {
      const failed = Problem.of(thrown)
      // Not changed; and a moment without network is no news while the last state is shown.
      if (mine !== turn || failed.status === 304 || (quiet && failed.kind === 'offline')) return
      problem.value = failed
    } finally {
      if (mine === turn) state.value = detail.value !== null ? 'ready' : problem.value === null ? 'loading' : 'failed'
    }
  }

  watch(
    [id, locale],
    ([now], [before]) => {
      if (now !== before) {
        detail.value = null
        etag = ''
        state.value = 'loading'
      }
      void read(false)
    },
    { immediate: true },
  )
  const askAgain = () => {
    if (document.visibilityState === 'visible' && detail.value !== null) void read(true)
  }
  const timer = setInterval(askAgain, ASK_AGAIN)
  document.addEventListener('visibilitychange', askAgain)
  onScopeDispose(() => {
    turn++
    clearInterval(timer)
    document.removeEventListener('visibilitychange', askAgain)
  })
  function take(after: Assignment) {
    turn++
    etag = ''
    detail.value = { ...after, history: detail.value?.history ?? [] }
  }
  return { detail, problem, state, reload: () => read(false), take }
}
