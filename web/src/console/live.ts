import { computed, effectScope, onScopeDispose, shallowRef, type EffectScope, type Ref } from 'vue'
import { useEventStream, type EventStream } from '@/shared/api'
import { useSession } from '@/shared/auth/session'

/** A ticket that changed, as the stream of dispatch tells it. */
export interface TicketChange {
  readonly ticketId: string
  readonly ticketNo: string
  readonly state: string
  readonly street: string
  readonly version: number
}

interface Listener {
  changed: (change: TicketChange) => void
  missed: () => void
}

const listeners = new Set<Listener>()
const stream = shallowRef<EventStream | null>(null)
let scope: EffectScope | null = null

function open() {
  scope = effectScope(true)
  scope.run(() => {
    stream.value = useEventStream<TicketChange>(
      '/api/dispatch/events',
      (change) => listeners.forEach((listener) => listener.changed(change)),
      () => listeners.forEach((listener) => listener.missed()),
    )
  })
}

function close() {
  scope?.stop()
  scope = null
  stream.value = null
}

/**
 * The one live stream of the console, shared by all that is shown; it is open while anybody listens.
 *
 * @param changed told of each change
 * @param missed told when changes may have been missed and everything is to be read again
 */
export function useLive(
  changed: (change: TicketChange) => void = () => {},
  missed: () => void = () => {},
): { state: Readonly<Ref<'connecting' | 'open' | 'away'>> } {
  const listener = { changed, missed }
  listeners.add(listener)
  // Administrators read single tickets; the stream is not theirs.
  if (scope === null && useSession().may('dispatcher', 'supervisor', 'leader', 'community')) open()
  onScopeDispose(() => {
    listeners.delete(listener)
    // Going from one page to the next, the next one listens before this runs out.
    setTimeout(() => {
      if (listeners.size === 0) close()
    })
  })
  return { state: computed(() => stream.value?.state.value ?? 'connecting') }
}
