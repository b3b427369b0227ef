import type { Known, Schema } from '@/shared/api'

export type Leg = Known<
  Schema<'dispatch', 'LegView'>,
  'assignmentId' | 'department' | 'role' | 'state' | 'accept' | 'handle'
>
export type Return = Known<
  Schema<'dispatch', 'ReturnView'>,
  'id' | 'assignmentId' | 'department' | 'state' | 'reason' | 'requestedAt'
>
export type Request = Known<
  Schema<'dispatch', 'Request'>,
  'id' | 'kind' | 'assignmentId' | 'department' | 'state' | 'reason' | 'requestedAt'
>
export type Consultation = Known<
  Schema<'dispatch', 'Consultation'>,
  'id' | 'state' | 'departments' | 'subject' | 'venue' | 'meetAt'
>
export type History = Known<Schema<'dispatch', 'HistoryView'>, 'id' | 'type' | 'at'>

/** A ticket as dispatch has it; what is always there is said to be. */
export type Ticket = Omit<
  Known<
    Schema<'dispatch', 'Ticket'>,
    'id' | 'ticketNo' | 'version' | 'state' | 'text' | 'place' | 'position' | 'filedAt'
  >,
  'legs' | 'returns' | 'requests' | 'consultations' | 'history' | 'availableActions'
> & {
  readonly legs: readonly Leg[]
  readonly returns: readonly Return[]
  readonly requests: readonly Request[]
  readonly consultations: readonly Consultation[]
  readonly history: readonly History[]
  readonly availableActions: readonly string[]
}

export type Loop = Schema<'feedback', 'LoopDetail'>
export type LoopLeg = NonNullable<Loop['legs']>[number]

/** The ticket as the service has answered it. */
export function ticketOf(answer: Schema<'dispatch', 'Ticket'>): Ticket {
  return {
    ...answer,
    legs: answer.legs ?? [],
    returns: answer.returns ?? [],
    requests: answer.requests ?? [],
    consultations: answer.consultations ?? [],
    history: answer.history ?? [],
    availableActions: answer.availableActions ?? [],
  } as Ticket
}

/** Whether the caller may do it now, in the words of the commands' paths. */
export const may = (ticket: Ticket, action: string): boolean => ticket.availableActions.includes(action)

export const pendingReturns = (ticket: Ticket): readonly Return[] =>
  ticket.returns.filter(({ state }) => state === 'pending')
export const pendingRequests = (ticket: Ticket): readonly Request[] =>
  ticket.requests.filter(({ state }) => state === 'pending')
export const openConsultation = (ticket: Ticket): Consultation | undefined =>
  ticket.consultations.find(({ state }) => state === 'open')

/** The leg that a return or request is about. */
export const legOf = (ticket: Ticket, assignmentId: string): Leg | undefined =>
  ticket.legs.find((leg) => leg.assignmentId === assignmentId)
