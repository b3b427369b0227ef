import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { api, ok, Problem } from '@/shared/api'
import { cursorOf } from '@/shared/api/usePaged'
import { locale } from '@/shared/i18n'
import { useLive, type TicketChange } from '../live'
import { parametersOf, statesOf, type Filters } from './filters'
import type { Line } from './order'
import { changed, filled, NONE, ordered, seen, swept, type Rows, type View } from './rows'

const PAGE = '200'
/** More open tickets than a street ever has at once; of those that ended the latest are enough to look at. */
const MOST_OPEN = 20_000
const MOST_ENDED = 1_000
/** Changes of one moment are read together. */
const GATHER_MILLIS = 400
const MOST_AT_ONCE = 50
/** How long the first reading waits for the live stream: what changes before that opens would be missed. */
const LONGEST_WAIT_MILLIS = 1_500

/**
 * The street's list: every ticket that fits the filters, read page by page in the background and kept as it is by the
 * live stream, which tells of changes and has only the changed ones read.
 *
 * @param view what the reader has before them; null before they looked
 */
export function useQueue(filters: Readonly<Ref<Filters>>, view: () => View | null) {
  const rows = shallowRef<Rows>(NONE(filters.value.order))
  const problem = shallowRef<Problem | null>(null)
  const reading = ref(true)
  const read = ref(false)
  /** More fit than are read. */
  const capped = ref(false)
  let begun = false
  let turn = new AbortController()
  let waiting = new Map<string, TicketChange>()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Hands each page on as it comes. */
  async function pages(signal: AbortSignal, take: (lines: Line[]) => void): Promise<void> {
    const most = filters.value.state === 'open' ? MOST_OPEN : MOST_ENDED
    let count = 0
    for (const state of statesOf(filters.value)) {
      let cursor: string | undefined
      do {
        const query = { ...parametersOf(filters.value), state, limit: PAGE, ...(cursor ? { cursor } : {}) }
        const { data } = await ok(api.dispatch.GET('/api/dispatch/tickets', { params: { query }, signal }))
        const lines = (data.items ?? []) as Line[]
        take(lines)
        count += lines.length
        cursor = cursorOf(data.next)
      } while (cursor !== undefined && count < most)
      if (cursor !== undefined) {
        capped.value = true
        return
      }
    }
  }

  async function begin(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    turn.abort()
    const mine = new AbortController()
    turn = mine
    reading.value = true
    capped.value = false
    problem.value = null
    try {
      await work(mine.signal)
      if (turn === mine) read.value = true
    } catch (thrown) {
      if (turn === mine && !mine.signal.aborted) problem.value = Problem.of(thrown)
    } finally {
      if (turn === mine) reading.value = false
    }
  }

  /** Begins anew, as other filters or another language ask for. */
  const load = () => {
    read.value = false
    waiting.clear()
    rows.value = NONE(filters.value.order)
    return begin((signal) =>
      pages(signal, (lines) => {
        if (!signal.aborted) rows.value = filled(rows.value, lines)
      }),
    )
  }

  /** Reads everything again and takes in what is different; what is shown stays where it is. */
  const reload = () =>
    begin(async (signal) => {
      const lines: Line[] = []
      await pages(signal, (page) => lines.push(...page))
      if (signal.aborted) return
      const ids = [...rows.value.rows.map(({ line }) => line.id), ...rows.value.held.map(({ id }) => id)]
      rows.value = changed(rows.value, [...new Set([...ids, ...lines.map(({ id }) => id)])], lines, view())
    })

  async function takeIn(): Promise<void> {
    timer = undefined
    const ids = [...waiting.keys()].slice(0, MOST_AT_ONCE)
    for (const id of ids) waiting.delete(id)
    const signal = turn.signal
    try {
      const query = { ...parametersOf(filters.value), state: filters.value.state, ids: ids.join(',') }
      const { data } = await ok(api.dispatch.GET('/api/dispatch/tickets', { params: { query }, signal }))
      if (!signal.aborted) rows.value = changed(rows.value, ids, (data.items ?? []) as Line[], view())
    } catch (thrown) {
      if (!signal.aborted) problem.value = Problem.of(thrown)
    }
    if (waiting.size > 0) later()
  }

  function later() {
    timer ??= setTimeout(() => void takeIn(), GATHER_MILLIS)
  }

  const live = useLive(
    (change) => {
      waiting.set(change.ticketId, change)
      later()
    },
    () => {
      if (begun) void reload()
    },
  )
  watch(
    live.state,
    (state) => {
      if (state !== 'connecting') start()
    },
    { immediate: true },
  )
  const late = setTimeout(start, LONGEST_WAIT_MILLIS)

  function start() {
    if (begun) return
    begun = true
    void load()
  }

  watch([() => JSON.stringify({ ...filters.value, order: '' }), locale], () => {
    if (begun) void load()
  })
  watch(
    () => filters.value.order,
    (order) => (rows.value = ordered(rows.value, order)),
  )
  onScopeDispose(() => {
    turn.abort()
    clearTimeout(timer)
    clearTimeout(late)
    waiting = new Map()
  })

  const state = computed(() => {
    if (rows.value.rows.length > 0) return 'ready'
    if (problem.value !== null) return 'failed'
    return read.value ? 'empty' : 'loading'
  })
  return {
    rows,
    state,
    problem,
    reading,
    capped,
    live: live.state,
    reload: () => (rows.value.rows.length === 0 ? load() : reload()),
    /** Puts everything in order, with what was kept back. */
    order: () => (rows.value = ordered(rows.value)),
    look: (id: string) => (rows.value = seen(swept(rows.value, id), id)),
  }
}
