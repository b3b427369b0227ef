import { describe, expect, it } from 'vitest'
import { sparkPath } from './spark'

describe('a spark line', () => {
  it('runs from left to right and upwards when the rate rises', () => {
    const { line, last } = sparkPath([0.2, 0.5, 0.8], 96, 24)!
    expect(line).toBe('M3 21L48 12L93 3')
    expect(last).toEqual({ x: 93, y: 3 })
  })

  it('is flat and in the middle when the rate does not move', () => {
    expect(sparkPath([1, 1], 96, 24)?.line).toBe('M3 12L93 12')
  })

  it('shows a small movement as a small one', () => {
    const { last } = sparkPath([0.95, 0.96], 96, 24)!
    expect(Math.abs(last.y - 12)).toBeLessThan(2)
  })

  it('breaks where a period has no value', () => {
    expect(sparkPath([0.5, null, 0.5, 0.5], 96, 24)?.line.match(/M/g)).toHaveLength(2)
  })

  it('is a dot for one value and nothing for none', () => {
    expect(sparkPath([null, 0.4], 96, 24)).toEqual({ line: '', last: { x: 93, y: 12 } })
    expect(sparkPath([null, null], 96, 24)).toBeNull()
  })
})
