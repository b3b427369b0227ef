import { expect, it } from 'vitest'
import type { ReportRow } from '../types'
import { rising } from './rising'

const row = (code: string, reports: number): ReportRow => ({
  from: '',
  to: '',
  group: { code },
  rates: { 'valid-report': { numerator: 0, denominator: reports } },
})

it('has the types that grew, by how much they grew', () => {
  const now = [row('a', 12), row('b', 30), row('fell', 4), row('same', 9), row('fresh', 5)]
  const before = [row('a', 10), row('b', 12), row('fell', 8), row('same', 9)]
  expect(rising(now, before).map(({ type, movement }) => [type.code, movement])).toEqual([
    ['b', 'rising'],
    ['fresh', 'new'],
    ['a', 'rising'],
  ])
})

it('leaves out what may be chance, and reports without a type', () => {
  expect(rising([row('few', 2), row('none', 40)], [])).toEqual([])
})
