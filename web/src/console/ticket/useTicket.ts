import { computed, onScopeDispose, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api, ok, Problem } from '@/shared/api'
import { locale } from '@/shared/i18n'
import { useLive } from '../live'
import { ticketOf, type Loop, type Ticket } from './types'

/** Changes of one moment are read together. */
const GATHER_MILLIS = 250
/** How long is waited between looks for the event of what was just done. */
const FOLLOW_MILLIS = [300, 600, 1_000, 2_000, 3_000, 0]

/** What was read of a ticket, and at which version, for the next change of it. */
export interface Reading {
  readonly ticket: Ticket
  readonly etag: string
}

/**
 * A ticket with its feedback loop, as it is now: read again when the live stream tells of it. What is shown stays while
 * it is read again.
 */
export function useTicket(id: MaybeRefOrGetter<string | null>) {
  const reading = shallowRef<Reading | null>(null)
  const loop = shallowRef<Loop | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    const wanted = toValue(id)
    clearTimeout(timer)
    turn.abort()
    const mine = new AbortController()
    turn = mine
    if (wanted === null) {
      reading.value = null
      loop.value = null
      return
    }
    loading.value = true
    try {
      const signal = mine.signal
      const [ticket, feedback] = await Promise.all([
        ok(
          api.dispatch.GET('/api/dispatch/tickets/{id}', {
            params: { path: { id: wanted } },
            signal,
            cache: 'no-store',
          }),
        ),
        // The supervision side may not have heard of it yet; the ticket is shown without.
        ok(
          api.feedback.GET('/api/feedback/loops/{ticketId}', { params: { path: { ticketId: wanted } }, signal }),
        ).catch((thrown: unknown) => (signal.aborted ? Promise.reject(thrown) : null)),
      ])
      if (turn !== mine) return
      reading.value = { ticket: ticketOf(ticket.data), etag: ticket.etag }
      loop.value = feedback?.data ?? null
      problem.value = null
    } catch (thrown) {
      if (turn !== mine || mine.signal.aborted) return
      problem.value = Problem.of(thrown)
    } finally {
      if (turn === mine) loading.value = false
    }
  }

  /**
   * Reads it again until its history has grown: what a person does comes to the history by way of the journal, a moment
   * after the change itself, and what only the supervision side does changes nothing else.
   */
  async function follow(): Promise<void> {
    const wanted = toValue(id)
    const before = reading.value?.ticket.history.length ?? 0
    for (const pause of FOLLOW_MILLIS) {
      await reload()
      const now = reading.value
      if (toValue(id) !== wanted || turn.signal.aborted || now === null || now.ticket.history.length > before) return
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  function again() {
    clearTimeout(timer)
    timer = setTimeout(() => void reload(), GATHER_MILLIS)
  }

  const live = useLive(
    (change) => {
      if (change.ticketId === toValue(id)) again()
    },
    () => again(),
  )

  watch(
    () => toValue(id),
    () => {
      reading.value = null
      loop.value = null
      problem.value = null
      void reload()
    },
    { immediate: true },
  )
  watch(locale, () => void reload())
  onScopeDispose(() => {
    turn.abort()
    clearTimeout(timer)
  })

  const state = computed(() => {
    if (reading.value !== null) return 'ready'
    return problem.value === null ? 'loading' : 'failed'
  })
  return {
    reading,
    ticket: computed(() => reading.value?.ticket ?? null),
    loop,
    problem,
    loading,
    state,
    live: live.state,
    reload,
    follow,
  }
}

export type TicketReader = ReturnType<typeof useTicket>
