import { describe, expect, it } from 'vitest'
import { progress } from './clock'

const clock = { startedAt: '2026-03-02T01:00:00Z', warnAt: '2026-03-02T02:36:00Z', dueAt: '2026-03-02T03:00:00Z' }
const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`)

describe('progress', () => {
  it('runs from the start to the due instant, and presses from the warning on', () => {
    expect(progress(clock, null, at('02:00'))).toEqual({ done: 0.5, warn: 0.8, tone: 'calm' })
    expect(progress(clock, null, at('02:36')).tone).toBe('pressing')
    expect(progress(clock, null, at('09:00'))).toEqual({ done: 1, warn: 0.8, tone: 'late' })
  })

  it('stays where it stopped', () => {
    expect(progress(clock, '2026-03-02T01:30:00Z', at('09:00'))).toEqual({ done: 0.25, warn: 0.8, tone: 'calm' })
  })

  it('is none of a clock that says nothing', () => {
    expect(progress({}, null, at('09:00'))).toEqual({ done: 0, warn: 0, tone: 'calm' })
  })
})
