import { createParser } from 'eventsource-parser'
import { onScopeDispose, ref, type Ref } from 'vue'
import { signedFetch } from './signed'

const FIRST_WAIT = 500
const LONGEST_WAIT = 15_000
/** The services send a heartbeat every 15 s; a stream that is silent for longer is dead without knowing it. */
const SILENCE = 45_000

export interface EventStream {
  /** `open` while changes arrive; `away` between attempts, when what is shown may be old. */
  readonly state: Readonly<Ref<'connecting' | 'open' | 'away'>>
  close(): void
}

/**
 * Server-sent events over fetch, because EventSource cannot carry a token. Resumes behind the last event after every
 * break, also when the server ends the stream to check the token again.
 *
 * @param on is given the data of each event, parsed as JSON
 * @param missed called whenever the stream opens without an event to resume behind, also the first time: what was read
 *     before may have changed meanwhile, and nobody told
 */
export function useEventStream<T>(path: string, on: (data: T) => void, missed: () => void = () => {}): EventStream {
  const state = ref<'connecting' | 'open' | 'away'>('connecting')
  const end = new AbortController()
  let lastId = ''
  let wait = FIRST_WAIT

  async function read(): Promise<void> {
    const turn = new AbortController()
    const stop = () => turn.abort()
    end.signal.addEventListener('abort', stop)
    let silence = setTimeout(stop, SILENCE)
    try {
      const headers: Record<string, string> = { accept: 'text/event-stream' }
      if (lastId !== '') headers['last-event-id'] = lastId
      const response = await signedFetch(
        new Request(new URL(path, location.origin), { headers, signal: turn.signal }),
        true,
      )
      if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
      state.value = 'open'
      wait = FIRST_WAIT
      if (lastId === '') missed()
      const parser = createParser({
        onEvent: (event) => {
          if (event.id !== undefined) lastId = event.id
          on(JSON.parse(event.data) as T)
        },
      })
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        clearTimeout(silence)
        silence = setTimeout(stop, SILENCE)
        parser.feed(value)
      }
    } finally {
      clearTimeout(silence)
      end.signal.removeEventListener('abort', stop)
    }
  }

  async function run(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        await read()
      } catch {
        state.value = 'away'
      }
      if (end.signal.aborted) return
      await pause(wait + Math.random() * wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }

  /** Waits, but not when the network or the page comes back. */
  function pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        window.removeEventListener('online', done)
        end.signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, millis)
      window.addEventListener('online', done)
      end.signal.addEventListener('abort', done)
    })
  }

  void run()
  onScopeDispose(() => end.abort())
  return { state, close: () => end.abort() }
}
