import { describe, expect, it } from 'vitest'
import { left } from './left'

describe('time left', () => {
  it.each([
    [59, null, 'time.minutesLeft', 59],
    [119, null, 'time.minutesLeft', 119],
    [120, null, 'time.hoursLeft', 2],
    [47 * 60, null, 'time.hoursLeft', 47],
    [48 * 60, null, 'time.daysLeft', 2],
    [5000, 30, 'time.workingMinutesLeft', 30],
    [5000, 180, 'time.workingHoursLeft', 3],
    [5000, 16 * 60 - 1, 'time.workingHoursLeft', 15],
    [5000, 16 * 60, 'time.workingDaysLeft', 2],
    [1, null, 'time.minutesLeft', 1],
    [0.9, null, 'time.momentsLeft', 0],
    [0, null, 'time.momentsLeft', 0],
    [90, 0, 'time.workingMomentsLeft', 0],
  ])('%d minutes, %s of them worked, is %s %d', (minutes, working, key, n) => {
    expect(left(minutes, working)).toEqual({ key, n, late: false })
  })

  it.each([
    [-0.5, 'time.momentsLate', 0],
    [-1, 'time.minutesLate', 1],
    [-150, 'time.hoursLate', 2],
    [-2 * 24 * 60, 'time.daysLate', 2],
  ])('%d minutes is late by %s %d, whatever was worked', (minutes, key, n) => {
    expect(left(minutes, 0)).toEqual({ key, n, late: true })
  })
})
