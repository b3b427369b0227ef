import { describe, expect, it } from 'vitest'
import type { Line } from '../queue/order'
import { decisions } from './decisions'

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`
const lines = new Map<string, Line>([
  ['t1', { id: 't1', dueAt: at(9) }],
  ['t2', { id: 't2', dueAt: at(5) }],
])
const inbox = () =>
  decisions(
    [{ ticketId: 't1', request: { id: 'r', department: 'gas', requestedAt: at(1) } }],
    [
      { ticketId: 't2', request: { id: 'e', kind: 'extension', department: 'power', requestedAt: at(2) } },
      { ticketId: 't3', request: { id: 's2', kind: 'suspension', department: 'power', requestedAt: at(3) } },
      { ticketId: 't3', request: { id: 's1', kind: 'suspension', department: 'gas', requestedAt: at(2) } },
    ],
    [{ ticketId: 't1', consultation: { id: 'c', departments: ['gas', 'power'], meetAt: at(6), openedAt: at(1) } }],
    lines,
  )

describe('decisions', () => {
  it('stand by time left, what has no limit last and the oldest first', () => {
    expect(inbox().map(({ id }) => id)).toEqual(['e', 'c', 'r', 's1', 's2'])
    expect(inbox().map(({ kind }) => kind)).toEqual(['extension', 'consultation', 'return', 'suspension', 'suspension'])
  })
})
