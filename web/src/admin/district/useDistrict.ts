import { api, ok, type Schema } from '@/shared/api'
import { send } from '../send'
import { entriesOf, entryOf } from './zip'

/** The services that work by the district's files, in the order in which they are given them. */
export const TAKERS = ['intake', 'dispatch', 'feedback'] as const
export type Taker = (typeof TAKERS)[number]

export interface District {
  readonly view: Schema<'intake', 'District'>
  /** For the next change at intake. */
  readonly etag: string
  /** What each service works by. */
  readonly versions: Readonly<Record<Taker, string>>
  readonly policy: Schema<'dispatch', 'Policy'>
}

/** The district in use, and its version in each service. */
export async function readDistrict(signal: AbortSignal): Promise<District> {
  const [view, policy, feedback] = await Promise.all([
    ok(api.intake.GET('/api/intake/district', { signal, cache: 'no-store' })),
    ok(api.dispatch.GET('/api/dispatch/policy', { signal })),
    send('HEAD', '/api/feedback/district', { signal }),
  ])
  return {
    view: view.data,
    etag: view.etag,
    policy: policy.data,
    versions: {
      intake: view.data.version ?? '',
      dispatch: policy.data.version ?? '',
      feedback: feedback.etag.replaceAll('"', ''),
    },
  }
}

/** The files in force, with the rules that came by drafts. */
export async function archive(signal?: AbortSignal): Promise<Blob> {
  const { data } = await send('GET', '/api/dispatch/district', {
    headers: { accept: 'application/zip' },
    ...(signal ? { signal } : {}),
  })
  return data.blob()
}

/** One of the files in force, as text. */
export async function fileInForce(name: string, signal: AbortSignal): Promise<string> {
  const entry = entryOf(entriesOf(await (await archive(signal)).arrayBuffer()), name)
  return entry === undefined ? '' : entry.text()
}
