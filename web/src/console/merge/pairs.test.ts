import { describe, expect, it } from 'vitest'
import { leaderOf, pairOf, reportersOf, type DuplicateTicket } from './pairs'

const ticket = (ticketId: string, state: string, filedAt: string): DuplicateTicket => ({ ticketId, state, filedAt })

describe('the ticket that is proposed to stay', () => {
  it('is the one at which somebody works already', () => {
    const pair = pairOf(
      ticket('a', 'queued', '2026-03-02T08:00:00Z'),
      ticket('b', 'dispatched', '2026-03-02T09:00:00Z'),
      {},
    )
    expect(leaderOf(pair)).toBe('b')
  })

  it('is the one filed first when both are as far', () => {
    const pair = pairOf(
      ticket('a', 'dispatched', '2026-03-02T17:00:00+08:00'),
      ticket('b', 'dispatched', '2026-03-02T08:30:00Z'),
      {},
    )
    expect(leaderOf(pair)).toBe('b')
  })
})

it('reports behind a ticket are its own, those that joined, and those of merges that stand', () => {
  const history = ['report-filed', 'report-joined', 'ticket-merged', 'ticket-merged', 'ticket-unmerged'].map(
    (event) => ({
      type: `whistle.intake.${event}.v1`,
    }),
  )
  expect(reportersOf(history)).toBe(3)
})
