import { reactive } from 'vue'
import { api, ok } from '@/shared/api'
import { locale } from '@/shared/i18n'

interface Names {
  readonly zh?: string
  readonly en?: string
}

/** As many as are asked for at once. */
const MOST = 100
/** What is shown at the same moment is asked for together. */
const GATHER_MILLIS = 30

/** Names by account; null for an account that the district does not know, or has not answered for yet. */
const known = reactive(new Map<string, Names | null>())
let wanted = new Set<string>()

async function ask() {
  const accounts = [...wanted].slice(0, MOST)
  wanted = new Set([...wanted].slice(MOST))
  if (wanted.size > 0) setTimeout(() => void ask(), GATHER_MILLIS)
  try {
    const query = { accounts: accounts.join(',') }
    const { data } = await ok(api.dispatch.GET('/api/dispatch/people', { params: { query } }))
    for (const { account, name } of data) if (account !== undefined) known.set(account, name ?? null)
  } catch {
    // Accounts stand for themselves.
  }
}

/**
 * The name of whoever is behind an account, in the present language. Called while a page renders, which renders again
 * when the name has come.
 *
 * @param otherwise stands for it until it is known, and where the district does not know it: the account itself, or a
 *   name that is known from elsewhere
 */
export function personName(account: string | null | undefined, otherwise?: string): string {
  if (!account) return ''
  const names = known.get(account)
  if (names === undefined) {
    // Rendering must not change what it depends on: the question is noted now and put down with the answer.
    queueMicrotask(() => {
      if (known.has(account)) return
      known.set(account, null)
      if (wanted.size === 0) setTimeout(() => void ask(), GATHER_MILLIS)
      wanted.add(account)
    })
  }
  return (locale.value === 'en' ? names?.en : names?.zh) ?? otherwise ?? account
}
