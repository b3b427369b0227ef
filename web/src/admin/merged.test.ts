import { describe, expect, it } from 'vitest'
import { behind, merged, type Source } from './merged'

const at = ({ n }: { n: number }) => n
const source = (service: Source<{ n: number }>['service'], ns: number[], more = false) => ({
  service,
  items: ns.map((n) => ({ n })),
  more,
})

describe('one list of four services', () => {
  it('has the latest first, each with its service', () => {
    const found = merged([source('intake', [9, 4]), source('dispatch', [7])], at)
    expect(found).toEqual([
      { n: 9, service: 'intake' },
      { n: 7, service: 'dispatch' },
      { n: 4, service: 'intake' },
    ])
  })

  it('keeps back what something yet unread may belong before', () => {
    const found = merged([source('intake', [9, 8], true), source('dispatch', [7, 1])], at)
    expect(found.map(at)).toEqual([9, 8])
  })

  it('reads on where the others are held back', () => {
    const sources = [source('intake', [9, 8], true), source('dispatch', [7, 1], true), source('feedback', [3])]
    expect(behind(sources, at)).toEqual(['intake'])
    expect(behind([source('feedback', [3])], at)).toEqual([])
  })
})
