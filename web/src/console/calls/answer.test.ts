import { describe, expect, it } from 'vitest'
import { bodyOf, NO_ANSWER, outcomeOf, type Answer } from './answer'

const answer = (more: Partial<Answer>): Answer => ({ ...NO_ANSWER, ...more })

describe('a call', () => {
  it.each<[Partial<Answer>, string | null]>([
    [{}, null],
    [{ contacted: true }, null],
    [{ contacted: true, solved: true }, 'close'],
    [{ contacted: true, solved: false }, 'reopen'],
    [{ contacted: false, solved: true }, 'count'],
  ])('with %j will %s', (more, outcome) => {
    expect(outcomeOf(answer(more))).toBe(outcome)
  })

  it('without contact tells nothing that was chosen before', () => {
    const more = { contacted: false, solved: true, satisfaction: 'satisfied', comment: 'x' } as const
    expect(bodyOf(answer(more))).toEqual({ channel: 'phone', contacted: false })
  })

  it('is sent with what is known, an empty comment left out', () => {
    expect(bodyOf(answer({ contacted: true, solved: true, satisfaction: 'fair', comment: ' ' }))).toEqual({
      channel: 'phone',
      contacted: true,
      solved: true,
      satisfaction: 'fair',
    })
  })
})
