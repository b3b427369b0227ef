import { api, ifMatch, ok } from '@/shared/api'
import type { Action, Assignment } from './assignment'
import { bodyOf, type Values } from './forms'

type Sent = Parameters<typeof ok<Assignment>>[0]
type Post = (path: string, init: unknown) => Sent

/**
 * Sends a command on the version that was read.
 *
 * @param request the request that waits, for an endorsement or a decline
 * @returns the assignment after it
 * @throws Problem when it was refused
 */
export async function send(
  action: Action,
  id: string,
  version: number,
  values: Values,
  request?: string,
): Promise<Assignment> {
  const below = action === 'endorsement' || action === 'decline' ? `requests/{requestId}/${action}` : action
  // The bodies differ by path, and the path is a value here; the service checks each.
  const post = api.department.POST as unknown as Post
  const { data } = await ok(
    post(`/api/department/assignments/{id}/${below}`, {
      params: { path: { id, requestId: request }, header: ifMatch(version) },
      body: bodyOf(action, values),
    }),
  )
  return data
}
