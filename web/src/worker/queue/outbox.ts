import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useSession } from '@/shared/auth/session'
import { useOnline } from '@/shared/online'
import { again, hurried, mayChange } from './machine'
import { drain, type RunEnd } from './sender'
import * as store from './store'
import { transportOf } from './transport'
import type { Item, NewItem, PhotoBytes } from './types'

const LOCK = 'whistle-outbox'

/** How sending stands, in one word. */
export type OutboxState = 'idle' | 'sending' | 'offline' | 'unavailable' | 'signed-out'

/**
 * What the signed-in account has written and not sent yet, and what it sent lately. Everything that is filed goes through
 * here, with a network or without, so that nothing is lost or sent twice whenever the tab is closed.
 */
export const useOutbox = defineStore('worker-outbox', () => {
  const session = useSession()
  const online = useOnline()
  const all = shallowRef<readonly Item[]>([])
  const loaded = ref(false)
  const sending = ref<string | null>(null)
  const end = shallowRef<RunEnd>({ why: 'done' })
  /** The browser refuses to keep anything. */
  const broken = ref(false)
  const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel(LOCK) : null
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false
  let running: Promise<void> | null = null
  let started = false

  const account = computed(() => session.profile?.account ?? null)
  const mine = computed(() => all.value.filter((item) => item.account === account.value))
  const waiting = computed(() => mine.value.filter(({ state }) => state === 'waiting'))
  const refused = computed(() => mine.value.filter(({ state }) => state === 'refused'))
  const sent = computed(() =>
    mine.value.filter(({ state }) => state === 'sent').sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0)),
  )
  /** What others have left on this phone: only how many, it is theirs. */
  const others = computed(
    () => all.value.filter((item) => item.account !== account.value && item.state !== 'sent').length,
  )

  const state = computed<OutboxState>(() => {
    if (sending.value !== null) return 'sending'
    if (waiting.value.length === 0) return 'idle'
    if (end.value.why === 'signed-out' && online.value) return 'signed-out'
    if (!online.value || (end.value.why === 'waiting' && end.value.trouble === 'unreachable')) return 'offline'
    return end.value.why === 'waiting' ? 'unavailable' : 'idle'
  })

  const transport = transportOf({
    account: () => session.profile?.account ?? null,
    token: () => session.accessToken(),
    renew: () => session.renewQuietly(),
  })

  async function load(): Promise<void> {
    try {
      all.value = await store.items()
      broken.value = false
    } catch (error) {
      console.warn('the queue cannot be read:', error)
      broken.value = true
    }
    loaded.value = true
  }

  async function changed(): Promise<void> {
    await load()
    tabs?.postMessage('changed')
  }

  /** Runs alone among all tabs; whoever asks meanwhile waits for its turn, so that nothing filed late is overlooked. */
  async function alone(run: () => Promise<void>): Promise<void> {
    if ('locks' in navigator) await navigator.locks.request(LOCK, run)
    else await run()
  }

  async function run(): Promise<void> {
    const author = account.value
    if (author === null) return
    end.value = await drain(author, store, transport, {
      now: Date.now,
      random: Math.random,
      sending(id) {
        sending.value = id
        void changed()
      },
    })
    await store.tidy(Date.now())
    await changed()
    clearTimeout(timer)
    if (end.value.why === 'waiting') timer = setTimeout(() => void kick(), Math.max(500, end.value.until - Date.now()))
  }

  /** Sends what is due. Asked for again while it runs, it runs once more. */
  function kick(): Promise<void> {
    if (running !== null) {
      asked = true
      return running
    }
    running = (async () => {
      do {
        asked = false
        await alone(run)
      } while (asked)
    })()
      .catch((error: unknown) => console.warn('the queue was not sent:', error))
      .finally(() => (running = null))
    return running
  }

  /** The network is back, or the user looks at the page again: what waited because of it is due at once. */
  async function hurry(): Promise<void> {
    for (const item of waiting.value) if (item.nextAt > 0) await store.change(item.id, hurried)
    await kick()
  }

  /**
   * Files something to be sent.
   *
   * @throws store.StorageFull when the browser has no room
   */
  async function file(id: string, what: NewItem, photos: readonly PhotoBytes[]): Promise<void> {
    const author = account.value
    if (author === null) throw new Error('nobody to file it for')
    await store.file(id, author, what, photos, Date.now())
    void keepForGood()
    await changed()
    void kick()
  }

  /** Puts other content into an item. @returns false when it is being sent already */
  async function rewrite(id: string, what: NewItem, photos: readonly PhotoBytes[]): Promise<boolean> {
    const done = await store.rewrite(
      id,
      what,
      photos,
      (item) => item.account === account.value && mayChange(item),
      Date.now(),
    )
    await changed()
    if (done) void kick()
    return done
  }

  /** Tries an item again at once. */
  async function retry(id: string): Promise<void> {
    await store.change(id, again)
    await changed()
    await kick()
  }

  async function remove(id: string): Promise<void> {
    await store.remove(id)
    await changed()
  }

  /** Reads the queue and begins to watch for the moments at which it can be sent. */
  async function start(): Promise<void> {
    if (started) return
    started = true
    window.addEventListener('online', () => void hurry())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void hurry()
    })
    // Each sign-in and renewal states the profile anew.
    watch(
      () => session.profile,
      () => {
        if (end.value.why === 'signed-out') void hurry()
      },
    )
    tabs?.addEventListener('message', () => void load())
    navigator.serviceWorker?.addEventListener('message', ({ data }) => {
      if (data === 'outbox') void hurry()
    })
    await load()
    await hurry()
  }

  return {
    mine,
    waiting,
    refused,
    sent,
    others,
    loaded,
    broken,
    sending,
    state,
    start,
    hurry,
    file,
    rewrite,
    retry,
    remove,
  }
})

/** Asks the browser not to throw the queue away when room gets short, and to wake the page when the network is back. */
async function keepForGood(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist()
    const registration = await navigator.serviceWorker?.getRegistration()
    const sync = (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync
    await sync?.register('outbox')
  } catch {
    // Only helps; everything works without.
  }
}
