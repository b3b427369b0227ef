import { describe, expect, it } from 'vitest'
import { spansOf, workingMinutes } from './calendar'

const hours = '08:00-12:00;14:00-18:00'
const spans = spansOf([
  { date: '2026-02-13', workday: true, hours },
  { date: '2026-02-14', workday: true, hours },
  { date: '2026-02-15', workday: false, hours },
  { date: '2026-02-16', workday: true, hours },
])
const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe('working minutes', () => {
  it('leave out nights and the noon break: 17:00 to 11:00 is four hours', () => {
    expect(workingMinutes(spans, at('2026-02-13T17:00'), at('2026-02-14T11:00'))).toBe(240)
  })

  it('leave out days off', () => {
    expect(workingMinutes(spans, at('2026-02-14T18:00'), at('2026-02-16T09:00'))).toBe(60)
  })

  it('are none of a limit that runs on: it is due in the night', () => {
    expect(workingMinutes(spans, at('2026-02-13T17:00'), at('2026-02-13T21:30'))).toBeNull()
  })

  it('are unknown behind the days that were read', () => {
    expect(workingMinutes(spans, at('2026-02-13T17:00'), at('2026-02-17T09:00'))).toBeNull()
    expect(workingMinutes([], 0, 1)).toBeNull()
  })
})
