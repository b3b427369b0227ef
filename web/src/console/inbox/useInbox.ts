import { computed, effectScope, onScopeDispose, ref, shallowRef, watch, type EffectScope } from 'vue'
import { api, ok, Problem, type Schema } from '@/shared/api'
import { cursorOf, type Page } from '@/shared/api/usePaged'
import { locale } from '@/shared/i18n'
import { useLive } from '../live'
import type { Line } from '../queue/order'
import { decisions } from './decisions'

/** Changes of a busy minute are read together. */
const GATHER_MILLIS = 1_200
const PAGE = '200'
const MOST = 2_000
const MOST_IDS = 50

/** All pages of a list. */
async function all<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...(page.items ?? []))
    cursor = cursorOf(page.next)
  } while (cursor !== undefined && items.length < MOST)
  return items
}

async function linesOf(ids: readonly string[]): Promise<Map<string, Line>> {
  const lines = new Map<string, Line>()
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const query = { ids: ids.slice(from, from + MOST_IDS).join(',') }
    const { data } = await ok(api.dispatch.GET('/api/dispatch/tickets', { params: { query } }))
    for (const line of (data.items ?? []) as Line[]) lines.set(line.id, line)
  }
  return lines
}

const pageOf = (cursor: string | undefined) => ({ limit: PAGE, ...(cursor ? { cursor } : {}) })

function makeInbox() {
  const items = shallowRef<ReturnType<typeof decisions>>([])
  const proposals = shallowRef<readonly Schema<'dispatch', 'RuleProposal'>[]>([])
  const problem = shallowRef<Problem | null>(null)
  const read = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function reload(): Promise<void> {
    timer = undefined
    const mine = ++turn
    try {
      const [returns, requests, consultations, proposed] = await Promise.all([
        all(async (cursor) => {
          const query = { state: 'pending', ...pageOf(cursor) }
          return (await ok(api.dispatch.GET('/api/dispatch/returns', { params: { query } }))).data
        }),
        all(async (cursor) => {
          const query = { state: 'pending', ...pageOf(cursor) }
          return (await ok(api.dispatch.GET('/api/dispatch/requests', { params: { query } }))).data
        }),
        all(async (cursor) => {
          const query = { state: 'open', ...pageOf(cursor) }
          return (await ok(api.dispatch.GET('/api/dispatch/consultations', { params: { query } }))).data
        }),
        all(async (cursor) => {
          const query = { state: 'open', ...pageOf(cursor) }
          return (await ok(api.dispatch.GET('/api/dispatch/rule-proposals', { params: { query } }))).data
        }),
      ])
      const ids = [...returns, ...requests, ...consultations].flatMap(({ ticketId }) => ticketId ?? [])
      const lines = await linesOf([...new Set(ids)])
      if (mine !== turn) return
      items.value = decisions(returns, requests, consultations, lines)
      proposals.value = proposed
      problem.value = null
      read.value = true
    } catch (thrown) {
      if (mine === turn) problem.value = Problem.of(thrown)
    }
  }

  useLive(
    () => {
      timer ??= setTimeout(() => void reload(), GATHER_MILLIS)
    },
    () => void reload(),
  )
  watch(locale, () => void reload(), { immediate: true })
  onScopeDispose(() => {
    turn++
    clearTimeout(timer)
  })

  const state = computed(() => {
    if (items.value.length > 0) return 'ready'
    if (read.value) return 'empty'
    return problem.value === null ? 'loading' : 'failed'
  })
  return { items, proposals, problem, state, reload }
}

let inbox: ReturnType<typeof makeInbox> | null = null
let scope: EffectScope | null = null
let users = 0

/** What waits for the street's decision: read once for the page and the number in the navigation, and kept live. */
export function useInbox(): ReturnType<typeof makeInbox> {
  if (inbox === null) {
    scope = effectScope(true)
    inbox = scope.run(makeInbox) ?? null
  }
  users++
  onScopeDispose(() => {
    users--
    setTimeout(() => {
      if (users > 0) return
      scope?.stop()
      scope = null
      inbox = null
    })
  })
  if (inbox === null) throw new Error('the inbox was not made')
  return inbox
}
