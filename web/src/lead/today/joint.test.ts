import { expect, it } from 'vitest'
import type { AboutToBreach } from '../types'
import { byTicket } from './joint'

const part = (ticketId: string, department: string, dueAt: string): AboutToBreach => ({
  ticketId,
  ticketNo: ticketId,
  state: 'handling',
  assignmentId: `${ticketId} ${department}`,
  department: { code: department },
  place: {},
  dueAt,
})

it('shows a joint ticket once, at its first part, with all its bodies', () => {
  const tickets = byTicket([part('a', 'gas', '1'), part('b', 'water', '2'), part('a', 'police', '3')])
  expect(
    tickets.map(({ first, departments }) => [first.ticketId, first.dueAt, departments.map(({ code }) => code)]),
  ).toEqual([
    ['a', '1', ['gas', 'police']],
    ['b', '2', ['water']],
  ])
})
