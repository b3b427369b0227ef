import { api, ok, type Schema } from '@/shared/api'
import { locale } from '@/shared/i18n'
import { keepAside } from '../queue/store'

/** What a verifier needs: the loop with its legs, and the report with what became of it. */
export interface TaskDetail {
  readonly loop: Schema<'feedback', 'LoopDetail'>
  readonly report: Schema<'intake', 'Report'> | null
}

/** Under which name a task is kept on the phone. */
export const taskName = (ticketId: string, account: string) => `task-${ticketId}@${account}:`

/** Reads a task. The report is left out when it is not the verifier's to see. @throws Problem */
export async function readTask(ticketId: string, signal?: AbortSignal): Promise<TaskDetail> {
  const options = signal === undefined ? {} : { signal }
  const loop = ok(api.feedback.GET('/api/feedback/loops/{ticketId}', { params: { path: { ticketId } }, ...options }))
  const report = ok(api.intake.GET('/api/intake/reports/{id}', { params: { path: { id: ticketId } }, ...options }))
  const [read, seen] = await Promise.all([loop, report.catch(() => null)])
  return { loop: read.data, report: seen?.data ?? null }
}

/** Keeps tasks on the phone, so that they open on site without a network; one after another, to be gentle. */
export async function keepTasks(ticketIds: readonly string[], account: string, signal: AbortSignal): Promise<void> {
  for (const id of ticketIds) {
    if (signal.aborted) return
    const task = await readTask(id, signal).catch(() => null)
    if (task !== null)
      await keepAside(`${taskName(id, account)}:${locale.value}`, task, Date.now()).catch(() => undefined)
  }
}

/** What the body says it has done, and the photos of it: the last completion on the timeline. */
export function completionOf(
  report: TaskDetail['report'],
): { note: string; photos: readonly string[]; by: string } | null {
  const lines = (report?.timeline ?? []).filter(({ event }) => event === 'completed')
  const last = lines.at(-1) as (Schema<'intake', 'TimelineEntry'> & { photos?: string[] }) | undefined
  return last === undefined
    ? null
    : { note: last.note ?? '', photos: last.photos ?? [], by: last.departmentName ?? last.department ?? '' }
}

/** The parts that have handled it in the present round; the verifier may say which of several is to do it again. */
export function handledLegs(loop: TaskDetail['loop']): Schema<'feedback', 'LoopLeg'>[] {
  return (loop.legs ?? []).filter(
    ({ round, completedAt, ended }) => round === loop.loop?.round && completedAt !== undefined && ended === undefined,
  )
}
