import type { AboutToBreach, Named } from '../types'

/** A ticket that is due soon, with every body whose part of it is. */
export interface DueTicket {
  readonly first: AboutToBreach
  readonly departments: readonly Named[]
}

/** Parts of the same ticket together, in the order of the first that is due. */
export function byTicket(parts: readonly AboutToBreach[]): DueTicket[] {
  const tickets = new Map<string, { first: AboutToBreach; departments: Named[] }>()
  for (const part of parts) {
    const ticket = tickets.get(part.ticketId)
    if (ticket === undefined) tickets.set(part.ticketId, { first: part, departments: [part.department] })
    else ticket.departments.push(part.department)
  }
  return [...tickets.values()]
}
