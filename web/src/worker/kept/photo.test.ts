import { describe, expect, it } from 'vitest'
import { scaled } from './photo'

describe('photos', () => {
  it('are drawn with their proportions and never larger than they are', () => {
    expect(scaled(4000, 3000)).toEqual({ width: 1920, height: 1440 })
    expect(scaled(3000, 4000)).toEqual({ width: 1440, height: 1920 })
    expect(scaled(640, 480)).toEqual({ width: 640, height: 480 })
    expect(scaled(10_000, 1)).toEqual({ width: 1920, height: 1 })
  })
})
