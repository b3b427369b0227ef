import { describe, expect, it } from 'vitest'
import { legend, shaded, type Figure } from './shading'

const count = (code: string, value: number | null): Figure => ({ code, name: code, value })
const rate = (code: string, numerator: number, denominator: number): Figure => ({
  code,
  name: code,
  value: denominator === 0 ? null : numerator / denominator,
  denominator,
})
const shadeOf = (list: ReturnType<typeof shaded>) => Object.fromEntries(list.map(({ code, shade }) => [code, shade]))

describe('counts', () => {
  const places = [count('none', 0), count('few', 3), count('half', 50), count('most', 100)]

  it('are the stronger the more', () => {
    expect(shadeOf(shaded('open', places, 10))).toEqual({ none: 0, few: 0, half: 0.5, most: 1 })
  })

  it('have a legend without gaps or overlaps', () => {
    expect(legend('open', places, 10).map(({ text }) => text)).toEqual([
      '0 – 20',
      '21 – 40',
      '41 – 60',
      '61 – 80',
      '81 – 100',
    ])
    expect(legend('open', [count('a', 3)], 10).map(({ text }) => text)).toEqual(['0 – 1', '2', '3'])
  })

  it('are all calm when there is nothing', () => {
    expect(shadeOf(shaded('overdue', [count('a', 0), count('b', 0)], 10))).toEqual({ a: 0, b: 0 })
    expect(legend('overdue', [count('a', 0)], 10)).toEqual([{ shade: 0, text: '0' }])
  })
})

describe('a rate', () => {
  const places = [rate('good', 99, 100), rate('bad', 80, 100), rate('tiny', 1, 2), rate('nothing', 0, 0)]

  it('is the stronger the lower it is', () => {
    const shades = shadeOf(shaded('on-time', places, 10))
    expect(shades.bad).toBe(1)
    expect(shades.good).toBe(0)
  })

  it('is not compared where too few count, nor where nothing does', () => {
    const list = shaded('on-time', places, 10)
    expect(list.find(({ code }) => code === 'tiny')).toMatchObject({ few: true, shade: null })
    expect(list.find(({ code }) => code === 'nothing')).toMatchObject({ few: false, shade: null })
  })

  it('has a legend of those that are compared, the calmest first', () => {
    const texts = legend('on-time', places, 10).map(({ text }) => text)
    expect(texts[0]).toMatch(/99%$/)
    expect(texts.at(-1)).toMatch(/^80%/)
    expect(legend('on-time', [rate('tiny', 1, 2)], 10)).toEqual([])
  })

  it('is calm when all are equal', () => {
    expect(shadeOf(shaded('on-time', [rate('a', 10, 10), rate('b', 20, 20)], 10))).toEqual({ a: 0, b: 0 })
  })
})
