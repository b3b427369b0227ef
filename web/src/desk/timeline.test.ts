import { expect, it } from 'vitest'
import en from './i18n/en'
import type { Detail } from './assignment'
import { since, timelineOf } from './timeline'

const actor = { account: 'water-1', department: 'water-supply' }
const entry = (version: number, type: string, event: Record<string, unknown>) => ({
  version,
  type,
  at: `2026-03-02T0${version}:00:00Z`,
  event: event as Record<string, never>,
})

const detail: Detail = {
  issuedAt: '2026-03-02T00:00:00Z',
  history: [
    entry(1, 'whistle.department.assignment-accepted.v1', { by: actor }),
    entry(2, 'department.request-raised', {
      request: { kind: 'suspension', reason: 'R', until: '2026-09-01T01:00:00Z', by: actor, photos: ['p'] },
    }),
    entry(3, 'whistle.department.extension-requested.v1', { reason: 'E', by: actor, endorsedBy: { account: 'boss' } }),
    entry(4, 'whistle.assignment.reworked.v1', {
      reason: 'W',
      photos: ['q'],
      handle: { dueAt: '2026-03-02T09:00:00Z' },
    }),
    entry(5, 'whistle.department.ownership-answered.v1', { mine: false, basis: 'B', by: actor }),
    entry(6, 'whistle.department.something-new.v2', { by: actor }),
  ],
}

it('tells the latest first and ends with the issue', () => {
  expect(timelineOf(detail).map(({ key }) => key)).toEqual([
    'other',
    'notMine',
    'reworked',
    'extensionSent',
    'suspensionRaised',
    'accepted',
    'issued',
  ])
})

it('reads a request that stays within the department out of its wrapping', () => {
  expect(timelineOf(detail)[4]).toMatchObject({
    by: 'water-1',
    text: 'R',
    photos: ['p'],
    facts: [{ key: 'until', value: '2026-09-01T01:00:00Z' }],
  })
})

it('names who endorsed when it was somebody else, the new limit, and whose photos they are', () => {
  const [, , reworked, sent] = timelineOf(detail)
  expect(sent?.facts).toEqual([{ key: 'endorsedBy', value: 'boss' }])
  expect(reworked).toMatchObject({ service: 'feedback', facts: [{ key: 'dueAt', value: '2026-03-02T09:00:00Z' }] })
})

it('has a sentence for every key', () => {
  const events = (en.desk as { event: Record<string, string> }).event
  for (const { key } of timelineOf(detail)) expect(events[key], key).toBeTruthy()
})

it('says what happened since a version was read', () => {
  expect(since(detail, 4).map(({ version }) => version)).toEqual([6, 5])
  expect(since(detail, 6)).toEqual([])
})
