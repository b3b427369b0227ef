import { describe, expect, it } from 'vitest'
import { stepsOf } from './progress'
import { codeOf, grouped, type Tracking } from './tracking'

const water = { code: 'water-supply', name: 'Water' }
const tracking = (state: string, stages: Tracking['stages']): Tracking => ({
  state,
  says: '',
  stages,
  results: [],
  ratingWanted: false,
})
const reported = { stage: 'reported', at: '1' }
const words = (of: Tracking) => stepsOf(of).map(({ status }) => status)

describe('the five stages', () => {
  it.each([
    ['reported', ['done', 'now', 'ahead', 'ahead', 'ahead']],
    ['queued', ['done', 'done', 'now', 'ahead', 'ahead']],
    ['handling', ['done', 'done', 'done', 'now', 'ahead']],
    ['suspended', ['done', 'done', 'done', 'now', 'ahead']],
    ['awaiting-answer', ['done', 'done', 'done', 'done', 'now']],
    ['solved', ['done', 'done', 'done', 'done', 'done']],
  ])('of what is %s are %j', (state, expected) => {
    expect(words(tracking(state, [reported]))).toEqual(expected)
  })

  it('are not shown for what took another way, or when only the state is told', () => {
    expect(stepsOf(tracking('not-accepted', [reported]))).toEqual([])
    expect(stepsOf(tracking('handling', []))).toEqual([])
  })

  it('have times and say who handles it', () => {
    const steps = stepsOf(
      tracking('awaiting-verification', [
        reported,
        { stage: 'dispatched', at: '2', department: water },
        { stage: 'accepted', at: '3', department: water },
        { stage: 'handled', at: '4', department: water },
      ]),
    )
    expect(steps.map(({ at }) => at)).toEqual(['1', undefined, '2', '4', undefined])
    expect(steps[3]?.department).toBe('Water')
  })

  it('begin anew when it was reopened: nothing of the round before is told as of this one', () => {
    const again = tracking('handling', [
      reported,
      { stage: 'dispatched', at: '2', department: { name: 'Gas' } },
      { stage: 'handled', at: '3' },
      { stage: 'reopened', at: '5' },
      { stage: 'dispatched', at: '6', department: water },
    ])
    const steps = stepsOf(again)
    expect(steps[2]).toEqual({ stage: 'dispatch', status: 'done', at: '6' })
    expect(steps[3]).toEqual({ stage: 'handle', status: 'now', department: 'Water' })
    expect(steps[0]?.at).toBe('1')
  })
})

describe('a code', () => {
  it('is read as people write it', () => {
    expect(codeOf(' o1il-abcd efgh\u00a0jkmn ')).toBe('0111ABCDEFGHJKMN')
  })

  it('is shown in groups without a trailing gap', () => {
    expect(grouped('ABCDEFGHJKMN')).toBe('ABCDE FGHJK MN')
    expect(grouped('ABCDE')).toBe('ABCDE')
  })
})
