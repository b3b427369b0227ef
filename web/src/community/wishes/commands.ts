import { api, ifMatch, ok } from '@/shared/api'
import type { Wish } from './wish'

const params = (wish: Wish) => ({ path: { id: wish.id } })
const on = (wish: Wish) => ({ params: params(wish), headers: ifMatch(wish.version) })

/** What is done with a wish, each on the version that was read. */
export const wishes = {
  /** @param departments none for everybody of its area */
  dispatch: (wish: Wish, departments: readonly string[]) =>
    ok(api.intake.POST('/api/intake/wishes/{id}/dispatch', { ...on(wish), body: { departments: [...departments] } })),
  claim: (wish: Wish, resourceId?: string) =>
    ok(
      api.intake.POST('/api/intake/wishes/{id}/claim', {
        ...on(wish),
        body: resourceId === undefined ? {} : { resourceId },
      }),
    ),
  release: (wish: Wish, reason: string) =>
    ok(api.intake.POST('/api/intake/wishes/{id}/release', { ...on(wish), body: { reason } })),
  complete: (wish: Wish, result: string) =>
    ok(api.intake.POST('/api/intake/wishes/{id}/completion', { ...on(wish), body: { result } })),
  thank: (wish: Wish, satisfaction: 'satisfied' | 'fair' | 'unsatisfied', words: string) =>
    ok(
      api.intake.POST('/api/intake/wishes/{id}/thanks', {
        ...on(wish),
        body: { satisfaction, ...(words === '' ? {} : { words }) },
      }),
    ),
  withdraw: (wish: Wish, reason: string) =>
    ok(api.intake.POST('/api/intake/wishes/{id}/withdrawal', { ...on(wish), body: { reason } })),
}
