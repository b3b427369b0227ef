import { describe, expect, it } from 'vitest'
import { addressOf, filterOf, isNarrowed, parametersOf } from './inbox'

describe('the filter of the inbox', () => {
  it('is everything open when the address says nothing', () => {
    const filter = filterOf({})
    expect(filter.state).toBe('open')
    expect(addressOf(filter)).toEqual({})
    expect(isNarrowed(filter)).toBe(false)
    expect(parametersOf(filter)).toEqual({ state: 'open', order: 'due' })
  })

  it('comes back from the address it made', () => {
    const query = {
      state: 'accepted',
      urgency: 'U1',
      street: '370102009',
      role: 'lead',
      handler: 'gas-handler',
      whistle: 'true',
      late: 'true',
    }
    expect(addressOf(filterOf(query))).toEqual(query)
    expect(parametersOf(filterOf(query))).toEqual({
      state: 'accepted',
      order: 'due',
      urgency: 'U1',
      area: '370102009',
      role: 'lead',
      handler: 'gas-handler',
      whistle: 'true',
      overdue: 'true',
    })
  })

  it('leaves out what makes no sense, so that no address ends in a refusal', () => {
    const filter = filterOf({ state: 'lost', urgency: 'U9', street: "3701' or", role: ['lead', 'x'], whistle: 'maybe' })
    expect(addressOf(filter)).toEqual({})
  })

  it.each(['suspended', 'completed', 'settled'])(
    'shows what is %s the latest first: it has no limit that runs',
    (state) => {
      expect(parametersOf(filterOf({ state })).order).toBe('newest')
    },
  )

  it('is not narrowed by a state alone', () => {
    expect(isNarrowed(filterOf({ state: 'completed' }))).toBe(false)
    expect(isNarrowed(filterOf({ late: 'true' }))).toBe(true)
  })
})
