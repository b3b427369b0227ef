import { describe, expect, it } from 'vitest'
import { distanceOf, ordered, rounded, type Task } from './order'

const task = (ticketId: string, dueAt: string | undefined, latitude: number): Task => ({
  ticketId,
  ...(dueAt === undefined ? {} : { dueAt }),
  position: { longitude: 117, latitude },
})
const TASKS = [
  task('far-soon', '2026-03-02T08:00:00Z', 36.7),
  task('near-late', '2026-03-02T09:00:00Z', 36.601),
  task('near-soon', '2026-03-02T08:30:00Z', 36.601),
  task('never', undefined, 36.65),
]
const HERE = { longitude: 117, latitude: 36.6 }
const ids = (by: 'time' | 'distance', here = HERE as typeof HERE | null, verified: string[] = []) =>
  ordered(TASKS, by, here, new Set(verified)).map(({ task }) => task.ticketId)

describe('tasks to verify', () => {
  it('are ordered by time left', () => {
    expect(ids('time')).toEqual(['far-soon', 'near-soon', 'near-late', 'never'])
  })

  it('are ordered by distance, and at one place by time left', () => {
    expect(ids('distance')).toEqual(['near-soon', 'near-late', 'never', 'far-soon'])
    expect(ids('distance', null)).toEqual(['far-soon', 'near-soon', 'near-late', 'never'])
  })

  it('are gone when they were verified here', () => {
    expect(ids('time', HERE, ['far-soon', 'never'])).toEqual(['near-soon', 'near-late'])
  })

  it('have a distance in metres', () => {
    const distance = distanceOf(TASKS[1]!, HERE)
    expect(distance).toBeGreaterThan(105)
    expect(distance).toBeLessThan(117)
    expect(distanceOf({}, HERE)).toBeNull()
  })

  it('say a distance as people do', () => {
    expect(rounded(3)).toEqual({ key: 'distance', n: 10 })
    expect(rounded(347)).toEqual({ key: 'distance', n: 350 })
    expect(rounded(1260)).toEqual({ key: 'distanceKm', n: 1.3 })
  })
})
