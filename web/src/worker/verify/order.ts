import type { Schema } from '@/shared/api'
import { metres, type Point } from '../kept/places'

export type Task = Schema<'feedback', 'Loop'>

/** A task with how far it is, metres; null while the phone's position is not known. */
export interface Placed {
  readonly task: Task
  readonly distance: number | null
}

/** Tasks by time left or by distance; among equals by time left. Those that were verified here already are left out. */
export function ordered(
  tasks: readonly Task[],
  by: 'time' | 'distance',
  here: Point | null,
  verified: ReadonlySet<string>,
): Placed[] {
  const due = ({ task }: Placed) => (task.dueAt === undefined ? Infinity : Date.parse(task.dueAt))
  const far = ({ distance }: Placed) => distance ?? Infinity
  return tasks
    .filter(({ ticketId }) => !verified.has(ticketId ?? ''))
    .map((task) => ({ task, distance: distanceOf(task, here) }))
    .sort((a, b) => (by === 'distance' && far(a) !== far(b) ? far(a) - far(b) : compare(due(a), due(b))))
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Metres from a point to where the matter lies. */
export function distanceOf({ position }: Task, here: Point | null): number | null {
  if (here === null || position?.longitude === undefined || position.latitude === undefined) return null
  return metres(here, { longitude: position.longitude, latitude: position.latitude })
}

/** A distance as people say it: to 10 m below a kilometre, else in kilometres with one decimal. */
export function rounded(distance: number): { key: 'distance' | 'distanceKm'; n: number } {
  return distance < 995
    ? { key: 'distance', n: Math.max(10, Math.round(distance / 10) * 10) }
    : { key: 'distanceKm', n: Math.round(distance / 100) / 10 }
}

/** How near a verifier is normally expected to be, metres. The service decides by the city's policy. */
export const NEAR = 500
