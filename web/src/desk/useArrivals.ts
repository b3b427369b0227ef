import { onScopeDispose } from 'vue'
import { api, ok } from '@/shared/api'

const ASK_AGAIN = 15_000

/**
 * Tells of assignments as they come, by reading on behind the last that was received: none is missed, and when nothing
 * came the answer is empty.
 *
 * @param arrived is given how many came
 */
export function useArrivals(arrived: (count: number) => void): void {
  let after = 'latest'
  let busy = false
  let over = false

  async function ask(): Promise<void> {
    if (busy || document.visibilityState !== 'visible') return
    busy = true
    try {
      const query = { order: 'received', after, limit: '200' }
      const { data } = await ok(api.department.GET('/api/department/assignments', { params: { query } }))
      if (over) return
      const count = data.items?.length ?? 0
      after = String(data.last ?? after)
      if (count > 0) arrived(count)
    } catch {
      // The list itself tells when the service is away; the next turn reads on from where this one stood.
    } finally {
      busy = false
    }
  }

  void ask()
  const timer = setInterval(() => void ask(), ASK_AGAIN)
  const shown = () => void ask()
  document.addEventListener('visibilitychange', shown)
  onScopeDispose(() => {
    over = true
    clearInterval(timer)
    document.removeEventListener('visibilitychange', shown)
  })
}
