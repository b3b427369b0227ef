import type { Schema } from '@/shared/api'

/** What is written down of a call while it goes on. */
export interface Answer {
  channel: Schema<'feedback', 'Channel'>
  contacted: boolean | null
  solved: boolean | null
  satisfaction: Schema<'feedback', 'Satisfaction'> | null
  comment: string
}

export const NO_ANSWER: Readonly<Answer> = {
  channel: 'phone',
  contacted: null,
  solved: null,
  satisfaction: null,
  comment: '',
}

/** What saving the answer does to the ticket; null while it is not known. */
export type Outcome = 'close' | 'reopen' | 'count'

export function outcomeOf({ contacted, solved }: Answer): Outcome | null {
  if (contacted === false) return 'count'
  if (contacted === null || solved === null) return null
  return solved ? 'close' : 'reopen'
}

/** The body to send: of somebody who was not reached nothing else is known. What is missing the server names. */
export function bodyOf(answer: Answer): Schema<'feedback', 'CallbackRequest'> {
  const { channel, contacted, solved, satisfaction } = answer
  const comment = answer.comment.trim()
  if (contacted !== true) return { channel, ...(contacted === null ? {} : { contacted }) }
  return {
    channel,
    contacted,
    ...(solved === null ? {} : { solved }),
    ...(satisfaction === null ? {} : { satisfaction }),
    ...(comment === '' ? {} : { comment }),
  }
}
