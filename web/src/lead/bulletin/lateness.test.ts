import { expect, it } from 'vitest'
import { lateness } from './lateness'

it('is told in the largest unit of which there are two', () => {
  expect(lateness(0)).toEqual({ unit: 'lateMoments', n: 0 })
  expect(lateness(1)).toEqual({ unit: 'lateMinutes', n: 1 })
  expect(lateness(119)).toEqual({ unit: 'lateMinutes', n: 119 })
  expect(lateness(120)).toEqual({ unit: 'lateHours', n: 2 })
  expect(lateness(2879)).toEqual({ unit: 'lateHours', n: 47 })
  expect(lateness(2880)).toEqual({ unit: 'lateDays', n: 2 })
})
